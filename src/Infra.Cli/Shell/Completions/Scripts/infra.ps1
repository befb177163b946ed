# Completions of infra for PowerShell.
Register-ArgumentCompleter -Native -CommandName infra -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    # A space at the end is no part of what PowerShell passes on.
    $line = $commandAst.ToString().PadRight($cursorPosition - $commandAst.Extent.StartOffset)
    & $commandAst.GetCommandName() complete ($cursorPosition - $commandAst.Extent.StartOffset) $line 2>$null |
        ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
