# Completion for bash: eval "$(papers completion bash)" in ~/.bashrc.
_papers_complete() {
    local word="${COMP_WORDS[COMP_CWORD]}" line
    COMPREPLY=()
    while IFS= read -r line; do
        if [[ $word == \'* ]]; then
            [[ $line == *\'* ]] && continue
        elif [[ $word == \"* ]]; then
            [[ $line == *[\"\\\$\`\!]* ]] && continue
        elif [[ $line == *[!A-Za-z0-9_./:=@%+,-]* ]]; then
            printf -v line '%q' "$line"
        fi
        COMPREPLY+=("$line")
    done < <("$1" --complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o bashdefault -o default -F _papers_complete papers corpus-index
