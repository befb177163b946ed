# Stryker's reports, the newest last, as a table by folder and the mutants that no test noticed.
include "scores";

def score: (killed) as $killed | ($killed + (alive | length)) as $all
    | if $all == 0 then "-" else "\($killed * 10000 / $all | round / 100) % (\($killed) of \($all))" end;
def folder: split("/") | if length > 1 then .[:-1] | join("/") else "(root)" end;

tried
| (group_by(.path | folder)[] | "\(map(.mutants[]) | score)\t\(.[0].path | folder)"),
  "\(map(.mutants[]) | score)\tall, \(map(.mutants[]) | late) of them by a time-out",
  (.[] | . as $file | .mutants | alive[]
    | "\(.status) \($file.path):\(.location.start.line) \(.mutatorName): \($file.lines[.location.start.line - 1] | ltrimstr(" ") | sub("^ +"; ""))"
      + " -> \(.replacement | gsub("\\s+"; " "))")
