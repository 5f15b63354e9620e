extension Diagnostic {
    /// The notes and the help, each with its label, for formats that have a single text.
    var remarks: [String] {
        notes.map { "note: \($0)" } + (help.map { ["help: \($0)"] } ?? [])
    }
}
