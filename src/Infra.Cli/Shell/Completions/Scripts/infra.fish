# Completions of infra for fish.
function __infra_completions
    set -l line (commandline -cp)
    set -l words (commandline -opc)
    set -l found (eval $words[1] complete (string length -- $line) (string escape -- $line) 2>/dev/null)
    and test -n "$found[1]"
    and printf '%s\n' $found
end
complete -c infra -f -a '(__infra_completions; or __fish_complete_path (commandline -ct))'
