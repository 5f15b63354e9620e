import Assay
import Diagnostics
import LanguageProtocol

/// `textDocument/codeAction`: the fixes of findings, and commands.
enum CodeActions {
    /// The kind of the action that applies all safe fixes of a document.
    static let fixAll = "source.fixAll.assay"

    static func answer(_ question: Question) async throws -> JSONValue {
        guard question.client.takesCodeActions,
            let range = question.range
        else { return [] }
        let report = try await question.newsroom.presentReport(on: question.file.path)
        let file = question.file
        // Ranges are those of the checked text: of another one nothing can be said.
        guard report.files[file.path]?.bytes == file.bytes else { return [] }
        let message = EditMessage(places: question.places, client: question.client) { report.files[$0] }
        let wanted = question.params["context"]?["only"]?.elements.compactMap(\.string)
        func isWanted(_ kind: String) -> Bool {
            wanted.map { $0.contains { kind == $0 || kind.hasPrefix($0 + ".") || $0.isEmpty } } ?? true
        }
        let found = FindingMessage.findings(report.diagnostics, in: file.path)
        var actions: [JSONValue] = []
        if isWanted("quickfix") {
            let findings = FindingMessage(
                places: question.places,
                files: report.files,
                showsRelatedPlaces: question.client.showsRelatedPlaces,
                rulesPage: question.rulesPage
            )
            for finding in found where (finding.span?.byteRange ?? 0..<0).meets(range) {
                for (place, fix) in finding.fixes.enumerated() {
                    guard let edit = message.json(fix.edits) else { continue }
                    actions.append([
                        "title": .string(fix.title), "kind": "quickfix",
                        "diagnostics": [findings.json(finding, in: file)],
                        "isPreferred": .bool(place == 0 && fix.isSafe), "edit": edit,
                    ])
                }
            }
        }
        if isWanted(fixAll) {
            let chosen = FixSelection(from: found, where: \.isSafe)
            if !chosen.chosen.isEmpty, let edit = message.json(chosen.edits) {
                let count = chosen.chosen.count
                actions.append([
                    "title": .string(
                        count == 1
                            ? "Apply the safe fix in this file" : "Apply all \(count) safe fixes in this file"
                    ),
                    "kind": .string(fixAll), "edit": edit,
                ])
            }
        }
        if isWanted(DeskActions.kind) { actions += await DeskActions.all(question, range) }
        return .array(actions)
    }
}

extension Range<Int> {
    /// Whether two ranges share a place, their ends included.
    func meets(_ other: Range<Int>) -> Bool {
        lowerBound <= other.upperBound && other.lowerBound <= upperBound
    }
}
