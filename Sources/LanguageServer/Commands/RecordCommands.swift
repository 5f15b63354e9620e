import Addresses
import Assay
import Diagnostics
import Editorial
import Files
import Newsroom
import Starter

/// New records, by the code of `assay new`, and the pages of those that there are.
extension LanguageServer {
    /// Makes the file of a record, and opens it.
    func makeRecord(
        _ kind: RecordKind,
        _ arguments: CommandArguments,
        _ newsroom: ServedNewsroom
    ) async throws -> JSONValue {
        guard let id = arguments.text("id") else {
            throw Refusal(
                "the new \(kind.rawValue) has no id yet",
                help: "give the command one as `id`, such as `\"id\": \"moon-landing\"`"
            )
        }
        let opened = try await OpenedNewsroom.open(newsroom.folder)
        let author = arguments.text("as")
        let needsAuthor = kind == .verdict && author == nil
        let email = needsAuthor ? await GitIdentity.email(in: newsroom.folder.root) : nil
        let draft: Drafting.Draft
        do throws(DraftProblem) {
            draft = try Drafting(newsroom: opened.newsroom, opened.loaded)
                .draft(
                    .init(kind: kind, id: id, origin: arguments.text("from"), author: author, email: email)
                )
        } catch {
            throw Refusal("\(error)")
        }
        do throws(NewFilesProblem) {
            try NewFiles.create(
                [.init(path: draft.path, bytes: Array(draft.text.utf8))],
                in: newsroom.folder.root
            )
        } catch {
            throw Refusal(error.sentence)
        }
        await newsroom.note([.file(draft.path)])
        let missing = draft.missing.isEmpty ? "" : "; fill in: \(draft.missing.joined(separator: ", "))"
        let address = Places(newsroom, documents, client.encoding).address(of: draft.path)
        await open(address, outside: false, saying: "\(draft.path) was made\(missing)")
        return ["uri": .string(address)]
    }

    /// Opens the page of a document's record on the newsroom's site.
    func openPage(_ arguments: CommandArguments, _ served: ServedNewsroom) async throws -> JSONValue {
        guard let key = record(arguments, served) else {
            throw Refusal(
                "it is not clear which record is meant",
                help: "open it, or give its address as `uri`"
            )
        }
        let moment = await served.moment()
        guard let newsroom = moment.newsroom, let record = newsroom.record(key) else {
            throw Refusal(
                "the \(key.kind.rawValue) `\(key.id)` cannot be read",
                help: "put its errors right first"
            )
        }
        // A claim and its verdict share one page.
        let claim =
            (record as? Claim) ?? (record as? Verdict).flatMap { newsroom.claims[$0.claim.value] }
        if let claim {
            let verdict = newsroom.verdict(on: claim)
            let isShown = verdict.map { newsroom.isPublished($0, on: served.today()) } ?? false
            guard isShown else {
                throw Refusal(
                    "readers have no page of `\(claim.id)` yet",
                    help: "`assay serve` shows how it will look"
                )
            }
        }
        let route = claim.map { Route.claim($0.id) } ?? Route.record(key.kind, key.id)
        let address = route.canonicalAddress(site: newsroom.settings.url.value)
        await open(address, outside: true, saying: address)
        return ["uri": .string(address)]
    }
}
