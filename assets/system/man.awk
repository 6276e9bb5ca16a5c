# Writes the manual page from what `vitrina --help` says. -v version=X
function plain(text) { gsub(/\\/, "\\e", text); gsub(/-/, "\\-", text); sub(/^[.']/, "\\\\\\&&", text); return text }
function entry(name, text) { printf ".TP\n.B %s\n%s\n", plain(name), plain(text) }
BEGIN {
    printf ".TH VITRINA 1 \"\" \"vitrina %s\"\n.SH NAME\nvitrina \\- museum exhibit kiosk\n.SH SYNOPSIS\n", version
    print ".B vitrina\n[\\fICOMMAND\\fR] [\\fIOPTIONS\\fR] [\\fIEXHIBIT\\fR]\n.SH DESCRIPTION"
    print "Shows an exhibit full screen: panels, a timeline, and a film for when nobody is there."
    print "Curators write it in YAML files, which it checks, draws proofs of, and takes over while it runs."
}
/^Commands:/ { print ".SH COMMANDS"; part = "commands"; next }
/^Options:/ { print ".SH OPTIONS"; part = "options"; next }
/^EXHIBIT is/ { print ".SH EXHIBIT"; part = "rest" }
/^Exit status:/ { print ".SH EXIT STATUS"; part = "rest"; sub(/^Exit status: */, "") }
part == "commands" && match($0, /^  [a-z]+ +/) { name = substr($0, 3, RLENGTH - 2); sub(/ +$/, "", name); entry(name, substr($0, RLENGTH + 1)); next }
part == "options" && /^  --help/ { entry("--help", "prints all commands and options"); entry("--version", "prints the version"); next }
part == "options" && match($0, /^  (-[a-z], )?--[a-z0-9-]+( [A-Z][A-Za-z|]*)? +/) {
    name = substr($0, 3, RLENGTH - 2); sub(/ +$/, "", name); entry(name, substr($0, RLENGTH + 1)); next
}
part != "" && NF { sub(/^ +/, ""); print plain($0) }
END {
    print ".SH FILES"
    print ".TP\n.I /srv/vitrina\nthe exhibit that the museum edits\n.TP\n.I /var/lib/vitrina\nwhat the kiosk keeps for itself, and can make again"
}
