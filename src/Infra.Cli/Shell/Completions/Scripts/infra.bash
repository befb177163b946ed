# Completions of infra for bash.
_infra_completions() {
    local IFS=$'\n'
    COMPREPLY=($("${COMP_WORDS[0]/#\~/$HOME}" complete "$COMP_POINT" "$COMP_LINE" 2>/dev/null))
    # What takes a value goes on without a space. Bash takes a word for over at '=': what stands before it is there already.
    [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace
}
complete -o default -F _infra_completions infra
