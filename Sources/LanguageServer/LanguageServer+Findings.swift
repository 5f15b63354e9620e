import Diagnostics
import LanguageProtocol

/// Findings on open documents, which are told without being asked for.
extension LanguageServer {
    /// Checks a newsroom, and tells what is new about its open documents.
    func publishFindings(of newsroom: ServedNewsroom) async {
        guard documents.all.values.contains(where: { $0.newsroom === newsroom }),
            let report = await newsroom.report()
        else { return }
        let message = FindingMessage(
            places: Places(newsroom, documents, client.encoding),
            files: report.files,
            showsRelatedPlaces: client.showsRelatedPlaces,
            rulesPage: surroundings.rulesPage
        )
        for document in documents.all.values.sorted(by: { $0.address < $1.address })
        where document.newsroom === newsroom {
            let file = document.file
            // A text that has changed meanwhile is checked next.
            if let checked = report.files[file.path],
                !file.bytes.withoutMark.elementsEqual(checked.bytes)
            {
                continue
            }
            let found = FindingMessage.findings(report.diagnostics, in: file.path)
            let json = JSONValue.array(found.map { message.json($0, in: report.files[file.path] ?? file) })
            if let last = published[document.address], last == (document.version, json) { continue }
            published[document.address] = (document.version, json)
            publish(document.address, version: document.version, json)
        }
    }

    /// Tells the findings of a document.
    func publish(_ address: String, version: Int?, _ findings: JSONValue) {
        send(
            .notification(
                "textDocument/publishDiagnostics",
                .object([
                    "uri": .string(address), "version": version.map(JSONValue.integer),
                    "diagnostics": findings,
                ])
            )
        )
    }
}

extension JSONValue {
    /// The number; nil of anything else.
    var number: Int? { if case .integer(let number) = self { number } else { nil } }
}

extension [UInt8] {
    /// The bytes of a text without the mark that it may begin with.
    fileprivate var withoutMark: ArraySlice<UInt8> {
        starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self[...]
    }
}
