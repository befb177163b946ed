// Records what the YAML library of the Pulumi CLI makes of values, for test/Infra.Cli.Tests/Plan/StackFiles/go-yaml.json. Reads values, one a
// line, and prints each with what it becomes in a stack's file and in Pulumi.yaml; an ERR is one that the CLI fails at.
//
// Debian: apt-get install golang-go golang-gopkg-yaml.v3-dev; GO111MODULE=off GOPATH=/usr/share/gocode go run eng/go-yaml/record.go
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"time"

	"gopkg.in/yaml.v3"
)

func main() {
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		var read map[string]any
		if yaml.Unmarshal([]byte("x: "+lines.Text()), &read) != nil {
			continue
		}
		written, _ := yaml.Marshal(read)
		fmt.Println(text([]string{lines.Text(), ofStack(written), ofProject(written)}))
	}
}

// A stack's file is read, written anew, and read as text; what is no text becomes JSON.
func ofStack(written []byte) string {
	var texts map[string]string
	if yaml.Unmarshal(written, &texts) == nil {
		return texts["x"]
	}
	var values map[string]any
	yaml.Unmarshal(written, &values)
	return text(withoutTimes(values["x"]))
}

// A default of the project is printed if it is a text, a number without fraction or a boolean, and else becomes JSON.
func ofProject(written []byte) string {
	var values map[string]any
	yaml.Unmarshal(written, &values)
	switch value := values["x"].(type) {
	case string, int, bool:
		return fmt.Sprint(value)
	default:
		return text(value)
	}
}

func withoutTimes(value any) any {
	switch value := value.(type) {
	case time.Time:
		return value.String()
	case []any:
		for i := range value {
			value[i] = withoutTimes(value[i])
		}
	case map[string]any:
		for key := range value {
			value[key] = withoutTimes(value[key])
		}
	}
	return value
}

func text(value any) string {
	encoded, err := json.Marshal(value)
	if err != nil {
		return "ERR"
	}
	return string(encoded)
}
