# What the reports of one run of Stryker say of each file, for summary.jq and figures.jq.
def killed: map(select(.status == "Killed" or .status == "Timeout")) | length;
def late: map(select(.status == "Timeout")) | length;
# Pending is what Stryker leaves a mutant at of which none of the tests that it heard of failed, and it did not hear of all.
def alive: map(select(.status | IN("Survived", "NoCoverage", "Pending")));

# The files that have a mutant which was tried; of a file that several reports have, the last one counts.
def tried:
    [
        .[] | (.projectRoot | split("/") | .[-1]) as $project | .projectRoot as $root | .files | to_entries[]
        | select(any(.value.mutants[]; .status | IN("Killed", "Timeout", "Survived", "NoCoverage", "Pending")))
        | { path: ($project + (.key | ltrimstr($root))), lines: (.value.source | split("\n")), mutants: .value.mutants }
    ]
    | group_by(.path) | map(last);
