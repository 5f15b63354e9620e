import Addresses
import Assay
import Diagnostics
import Editorial
import Files
import Newsroom

/// The desk in the browser: pages that show a newsroom's work, and forms that do it.
///
/// It knows nothing of how a step is done: `DeskRoom` performs steps, as it does for commands.
package struct WritingDesk: Sendable {
    let live: LivePreview
    /// The profile that was named; nil for git's user.
    let name: String?
    /// The path of the key that signs; nil for git's.
    let key: String?
    let clock: DeskClock
    let gate = DeskGate()
    let notices = DeskNotices()
    let trials = DeskTrials()

    /// Makes a desk.
    /// - Parameters:
    ///   - name: the profile of who works at it; nil for git's user.
    ///   - key: the path of the SSH key to sign with; git's if nil and the policy wants signatures.
    package init(_ live: LivePreview, as name: String? = nil, key: String? = nil, clock: DeskClock) {
        self.live = live
        self.name = name
        self.key = key
        self.clock = clock
    }

    /// The path of the desk's first page, with the random word in it.
    package var path: String { base }

    var base: String { "/_desk/\(gate.token)/" }
    var folder: FileTree { live.session.folder }

    /// The response to a request for anything below `/_desk/`.
    func answer(to request: HTTPRequest, _ path: RequestPath) async -> HTTPResponse {
        guard path.parts.count >= 2, gate.isToken(path.parts[1]) else { return Self.closed }
        if let refusal = gate.refusalToRead(request) { return .desk(.forbidden, refusal) }
        let parts = Array(path.parts.dropFirst(2))
        if let file = DeskTemplates.asset(parts) { return file }
        if parts.first == "trial" || parts.first == "readers" {
            return await otherSite(parts, isFolder: path.isFolder)
        }
        // Every page of the desk is a folder, so that the addresses in forms are the same with and without a slash.
        guard path.isFolder else {
            return request.method == "POST"
                ? .desk(.notFound, "There is no such page of the desk.")
                : .redirect(to: request.pathOfTarget + "/")
        }
        guard let scene = await scene() else { return .desk(.serviceUnavailable, Self.noNewsroom) }
        guard request.method == "POST" else {
            let query = SentForm(Array(request.query.utf8)) ?? SentForm()
            let lines = await notices.lines(query["done"])
            return await page(parts, query, in: scene.told(lines))
        }
        let type = request.fields["content-type"]?.split(separator: ";").first.map { String($0).trimmed }
        guard type?.lowercased() == SentForm.mediaType, let form = SentForm(request.body) else {
            return .desk(.unsupportedMediaType, "This is no form that the desk can read.")
        }
        if let refusal = gate.refusalToTake(request, form) { return .desk(.forbidden, refusal) }
        return await take(form, at: parts, in: scene)
    }

    private func page(_ parts: [String], _ query: SentForm, in scene: DeskScene) async -> HTTPResponse {
        switch (parts.count, parts.first) {
        case (0, _): await workPage(in: scene)
        case (1, "board"): await boardPage(in: scene)
        case (1, "records"): recordsPage(query, in: scene)
        case (2, "claims"): await claimPage(parts[1], in: scene)
        case (3, "claims") where parts[2] == "readers": await readersPage(parts[1], in: scene)
        case (1, "edit"): await editPage(query, in: scene)
        case (1, "new"): newPage(in: scene)
        case (2, "new"): newRecordPage(parts[1], query, in: scene)
        default: noPage(in: scene)
        }
    }

    private func take(_ form: SentForm, at parts: [String], in scene: DeskScene) async -> HTTPResponse {
        switch (parts.count, parts.first) {
        case (2, "claims"): await step(form, on: parts[1], in: scene)
        case (3, "claims") where parts[2] == "readers": await step(form, on: parts[1], in: scene)
        case (1, "edit"): await edit(form, in: scene)
        case (1, "share"): await share(form, in: scene)
        case (2, "new"): await makeRecord(parts[1], form, in: scene)
        default: noPage(in: scene)
        }
    }

    /// The page after a form that was taken, with what to say on it.
    func next(_ address: String, saying lines: [String]) async -> HTTPResponse {
        let number = await notices.keep(lines)
        return .seeOther("\(base)\(address)\(address.contains("?") ? "&" : "?")done=\(number)")
    }

    private func noPage(in scene: DeskScene) -> HTTPResponse {
        scene.page("desk-lost", title: "No such page", status: .notFound, ["what": .null])
    }

    /// A file of another site than the one with drafts: of what readers have, or of texts nobody has saved yet.
    private func otherSite(_ parts: [String], isFolder: Bool) async -> HTTPResponse {
        let isTrial = parts.first == "trial"
        let site =
            isTrial
            ? await trials.site(parts.count > 1 ? parts[1] : "")?.proof : await live.session.readersSite()
        guard let site else {
            return .desk(.notFound, "This look is gone; take another one beside the text.")
        }
        let rest = parts.dropFirst(isTrial ? 2 : 1).joined(separator: "/")
        let file = isFolder ? (rest.isEmpty ? Route.index : rest + "/" + Route.index) : rest
        guard let found = site.file(at: file) else {
            return .desk(.notFound, "The site has no such page.")
        }
        return HTTPResponse.file(file, found.bytes).withoutScripts
    }

    private static let closed = HTTPResponse.desk(
        .forbidden,
        "The desk opens with the address that `assay desk` printed: it has a word in it that only you know."
    )

    private static let noNewsroom =
        "The newsroom's settings, content/site.yaml, are missing or cannot be used. `assay check` says why; this page loads again afterwards."
}

extension HTTPResponse {
    /// A short answer of the desk.
    static func desk(_ status: HTTPStatus, _ text: String) -> HTTPResponse { .text(status, text + "\n") }

    /// A page of the site beside the desk. Scripts of a newsroom's own theme do not run there, because they could act in the name of
    /// whoever is at the desk.
    var withoutScripts: HTTPResponse {
        var answer = self
        answer.headers["Content-Security-Policy"] = "script-src 'none'; frame-ancestors 'self'"
        return answer
    }
}
