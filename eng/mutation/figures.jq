# Stryker's reports of one run as the figures that the documents quote, of all files and of each folder: mutants, those noticed, the score,
# and the commit. Wants $all, the name of all files together, and $commit.
include "scores";

def grouped: tostring | if length > 3 then .[:-3] + "," + .[-3:] else . end;
def tenths: . * 10 | round | "\(. / 10 | floor).\(. % 10) %";
def figures: map(.mutants[]) | (killed) as $killed | ($killed + (alive | length)) as $count
    | [($count, $killed | grouped), ($killed * 100 / $count | tenths), $commit];
def folder: "src/" + (.path | split("/")[:-1] | join("/")) + "/";

tried
| [(group_by(folder)[] | { key: (.[0] | folder), value: figures }), { key: $all, value: figures }]
| from_entries
