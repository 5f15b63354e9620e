import Diagnostics
import LanguageProtocol

/// Edits of a newsroom as a `WorkspaceEdit`.
struct EditMessage {
    let places: Places
    let client: ClientAbilities
    /// The files that the edits are of, by path.
    let files: (String) -> SourceFile?

    /// The edit in a message; nil if the client cannot carry it out, or one of the files is not known.
    func json(_ edits: [Edit]) -> JSONValue? {
        var changes: [(file: SourceFile, edits: [JSONValue])] = []
        var operations: [JSONValue] = []
        for edit in edits {
            switch edit {
            case .replace(let span, let text):
                guard let file = files(span.file), span.byteRange.upperBound <= file.bytes.count else {
                    return nil
                }
                let json: JSONValue = [
                    "range": places.json(span.byteRange, in: file), "newText": .string(text),
                ]
                if let place = changes.firstIndex(where: { $0.file.path == span.file }) {
                    changes[place].edits.append(json)
                } else {
                    changes.append((file, [json]))
                }
            case .move(let old, let new):
                guard client.movesFiles else { return nil }
                operations.append([
                    "kind": "rename", "oldUri": .string(places.address(of: old)),
                    "newUri": .string(places.address(of: new)), "options": ["overwrite": false],
                ])
            case .remove(let path):
                guard client.removesFiles else { return nil }
                operations.append(["kind": "delete", "uri": .string(places.address(of: path))])
            }
        }
        guard client.takesVersionedEdits else {
            return [
                "changes": .object(
                    changes.map { .init(places.address(of: $0.file.path), .array($0.edits)) }
                )
            ]
        }
        let texts = changes.map { change -> JSONValue in
            let document: JSONValue = [
                "uri": .string(places.address(of: change.file.path)),
                "version": places.version(of: change.file.path).map(JSONValue.integer) ?? .null,
            ]
            return ["textDocument": document, "edits": .array(change.edits)]
        }
        // Texts first, because their addresses are the old ones.
        return ["documentChanges": .array(texts + operations)]
    }
}
