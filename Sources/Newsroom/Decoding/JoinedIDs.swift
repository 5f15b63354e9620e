/// Several ids in one text, where a list of ids belongs: `authors: ana, ben`.
struct JoinedIDs {
    /// The ids, all at the place of the text.
    let ids: [Located<String>]

    /// Reads a field's value; nil unless it is one text that holds ids with commas between them.
    init?(_ items: [YAMLNode], of type: FieldType?) {
        guard items.count == 1, case .scalar(let text)? = items.first, text.value.utf8.contains(Self.comma),
            case .list(let element)? = type, Self.isID(element)
        else { return nil }
        let parts = text.value.split(separator: ",").map { String($0).trimmed }
        guard parts.count > 1, parts.allSatisfy({ RecordID.problem($0) == nil }) else { return nil }
        ids = parts.map { Located($0, at: text.range) }
    }

    /// The list as a file writes it.
    var list: String { "[" + ids.map(\.value).joined(separator: ", ") + "]" }

    private static let comma = UInt8(ascii: ",")

    private static func isID(_ type: FieldType) -> Bool {
        switch type {
        case .reference, .topic, .lineage: true
        default: false
        }
    }
}
