extension Diagnostic {
    /// The notes and the help, each with the word that says which it is: for forms that have one text only.
    var remarks: [String] {
        notes.map { "note: \($0)" } + (help.map { ["help: \($0)"] } ?? [])
    }
}
