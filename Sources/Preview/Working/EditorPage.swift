import Addresses
import Diagnostics
import Digests
import Encodings
import Mustache
import Newsroom

/// The page with the text of a record, beside what readers will see.
struct EditorPage {
    let path: String
    let text: String
    /// The digest of the file that the change began with.
    let base: Digest
    let findings: [Diagnostic]
    /// The address of the site that shows the text.
    let root: String
    /// Whether the text is not the one on the disk.
    var isUnsaved = false
    /// The text that somebody else saved meanwhile.
    var other: String?

    /// The page.
    func response(in scene: DeskScene, status: HTTPStatus = .ok) -> HTTPResponse {
        let key = RecordKey(path: path)
        let claim = key.flatMap { self.claim(of: $0, in: scene.newsroom) }
        let look = key.flatMap { page(of: $0, in: scene.newsroom) }
        let claimPage = claim.map { "\(scene.base)claims/\(PercentEncoding.component($0))/" }
        let record: TemplateRecord = [
            "path": .text(path), "text": .text(text), "digest": .text(base.hexadecimal),
            "kind": .text(key?.kind.rawValue ?? "settings"), "id": .text(key?.id ?? path),
            "unsaved": .bool(isUnsaved), "look": ClaimPage.text(look.map { root + $0 }),
            "claim": ClaimPage.text(claimPage),
            "findings": FindingList(findings, in: scene, of: path).record,
            "other": ClaimPage.text(other), "words": ClaimPage.words(from: other ?? "", to: text),
        ]
        return scene.page("desk-edit", title: path, status: status, record)
    }

    /// The page that shows a record to readers, relative to the site's root.
    private func page(of key: RecordKey, in newsroom: Newsroom) -> String? {
        switch key.kind {
        case .claim, .verdict:
            claim(of: key, in: newsroom).map { "claims/\(PercentEncoding.component($0))/" }
        default: "\(key.kind.siteFolder)/\(PercentEncoding.component(key.id))/"
        }
    }

    private func claim(of key: RecordKey, in newsroom: Newsroom) -> String? {
        switch key.kind {
        case .claim: key.id
        case .verdict: newsroom.record(key).flatMap { $0 as? Verdict }?.claim.value
        default: nil
        }
    }
}
