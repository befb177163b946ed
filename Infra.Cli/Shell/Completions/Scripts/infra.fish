# Completions of infra for fish.
function __infra_completions
    set -l words (commandline -opc)
    eval $words[1] complete (commandline -C) (string escape -- (commandline)) 2>/dev/null
end
complete -c infra -a '(__infra_completions)'
