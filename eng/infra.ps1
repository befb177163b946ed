# What the script infra does, for Windows: builds the tool where something has changed that it is made of, and starts it.
$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot
$builds = Join-Path $root 'src/Infra.Cli/bin/infra'
$part = Join-Path $builds 'part'
$log = Join-Path $builds 'log'

function Fail($message) {
    [Console]::Error.WriteLine($message)
    exit 2
}

function Get-Sources($folder) {
    Get-ChildItem $folder -File
    Get-ChildItem $folder -Directory | Where-Object Name -notin 'bin', 'obj', 'feed' | ForEach-Object { Get-Sources $_.FullName }
}

function Get-Fingerprint {
    $files = @('src/Infra', 'src/Infra.Cli', 'eng/stand-ins' | ForEach-Object { Get-Sources (Join-Path $root $_) }) +
        @('Directory.*.props', 'Directory.*.targets', 'global.json', 'nuget.config' | ForEach-Object { Get-Item (Join-Path $root $_) })
    $lines = $files | Sort-Object FullName | ForEach-Object { "$($_.FullName) $($_.Length) $($_.LastWriteTimeUtc.Ticks)" }
    $bytes = [Text.Encoding]::UTF8.GetBytes($lines -join "`n")
    [BitConverter]::ToString([Security.Cryptography.SHA256]::Create().ComputeHash($bytes), 0, 8).Replace('-', '').ToLowerInvariant()
}

function Publish([string[]]$options) {
    if (Test-Path $part) { Remove-Item $part -Recurse -Force }
    Push-Location $root
    dotnet publish src/Infra.Cli --configuration Release --output $part -p:RunAnalyzers=false -nologo @options *> $log
    $ok = $LASTEXITCODE -eq 0
    Pop-Location
    $ok
}

function Get-Errors {
    Get-Content $log | Where-Object { $_ -match '(^|[ :])error( [A-Z]+[0-9]+)?:' } | ForEach-Object { $_.Trim() -replace ' \[[^\]]*\]$' } |
        Sort-Object -Unique | Select-Object -First 20
}

function Build($name) {
    [Console]::Error.WriteLine('infra: builds, since it is new here or has changed ...')
    # What compiles ahead of time is made for this machine, and a lock file would have to name that.
    $isLocked = Test-Path (Join-Path $root 'src/Infra.Cli/packages.lock.json')
    $options = if ($isLocked) { @() } else { '-p:PublishProfile=ReadyToRun' }
    if (-not (Publish $options)) {
        # Not every package source has that compiler.
        $errors = Get-Errors
        if ($isLocked -or -not ($errors -match 'error (NU|NETSDK)[0-9]+') -or -not (Publish @())) {
            Fail "infra can't be built:`n$((Get-Errors) -join "`n")`nAll that the build said: $log"
        }
        [Console]::Error.WriteLine("infra: not compiled ahead of time, so each start takes longer: $(@($errors)[0])")
    }
    # The one before stays, for a command that still runs. Windows keeps what is in use.
    Get-ChildItem $builds -Directory | Where-Object Name -ne 'part' | Sort-Object LastWriteTimeUtc -Descending | Select-Object -Skip 1 |
        Remove-Item -Recurse -Force -ErrorAction SilentlyContinue
    Move-Item $part (Join-Path $builds $name)
}

if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
    Fail "infra needs the .NET SDK, and there is no 'dotnet' on the PATH: see https://dotnet.microsoft.com/download"
}

$name = Get-Fingerprint
$program = Join-Path $builds "$name/Infra.Cli.dll"
if (-not (Test-Path $program)) {
    # What a shell asks to complete a line with does not wait for a build.
    if ($args.Count -gt 0 -and $args[0] -eq 'complete') { exit 0 }
    $null = New-Item $builds -ItemType Directory -Force
    $turn = $null
    while (-not $turn) {
        # The file is free again when its holder ends, whatever it ends of.
        try { $turn = [IO.File]::Open((Join-Path $builds 'turn.lock'), 'OpenOrCreate', 'ReadWrite', 'None') }
        catch { Start-Sleep -Milliseconds 200 }
    }
    try { if (-not (Test-Path $program)) { Build $name } } finally { $turn.Dispose() }
}

dotnet $program @args
exit $LASTEXITCODE
