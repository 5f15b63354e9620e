import Diagnostics

extension SourceFile {
    /// The text after the changes of `textDocument/didChange`, each of which is of the text after those before it.
    /// - Throws: when one of them is no change; then none counts.
    package func changed(by changes: [JSONValue], _ encoding: PositionEncoding) throws(CallFailure)
        -> SourceFile
    {
        var file = self
        for change in changes {
            guard let text = change["text"]?.string else {
                throw CallFailure(.invalidParams, "a change has no text")
            }
            guard let place = change["range"], place != .null else {
                file = SourceFile(path: path, text: text)
                continue
            }
            guard let range = file.range(place, encoding) else {
                throw CallFailure(.invalidParams, "the range of a change is none")
            }
            var bytes = file.bytes
            bytes.replaceSubrange(range, with: text.utf8)
            file = SourceFile(path: path, bytes: bytes)
        }
        return file
    }
}
