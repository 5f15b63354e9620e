import Diagnostics

extension FieldReader {
    /// The name of the field with the ids that something had before.
    static let formerly = "formerly"

    /// The ids of the field `formerly`; those that are none are reported and left out.
    mutating func formerIDs() -> [Located<String>] {
        texts(Self.formerly).filter { id in
            guard let problem = RecordID.problem(id.value) else { return true }
            report(
                .invalidId,
                "`\(id.value)` is no id: \(problem)",
                at: id.range,
                help: "take it out; `assay rename` writes this field"
            )
            return false
        }
    }
}
