import Assay
import Diagnostics
import LanguageProtocol

/// Findings on open documents, which are told without being asked for.
extension LanguageServer {
    /// Tells what is new about the open documents of a newsroom, again and again: after an edit at once what their words show, and what the whole
    /// newsroom shows when nobody types any more.
    func followFindings(of newsroom: ServedNewsroom) async {
        var settling: Task<Void, Never>?
        for await _ in newsroom.signals {
            settling?.cancel()
            let paths = Set(documents.all.values.filter { $0.newsroom === newsroom }.map(\.file.path))
            guard !paths.isEmpty else { continue }
            let prompt = await newsroom.promptReport(on: paths)
            if let prompt { publishFindings(prompt, of: newsroom) }
            let pause = prompt == nil ? .zero : surroundings.pause
            settling = Task(priority: .utility) {
                guard (try? await Task.sleep(for: pause)) != nil, let report = await newsroom.report() else {
                    return
                }
                self.publishFindings(report, of: newsroom)
            }
        }
        settling?.cancel()
    }

    /// Tells what is new about the open documents of a newsroom.
    func publishFindings(_ report: Report, of newsroom: ServedNewsroom) {
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
                file.bytes != checked.bytes
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
