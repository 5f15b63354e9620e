import Addresses
import Synchronization

/// The handler of requests for current pages of the site, the events that reload them, and the desk's board.
struct PreviewHandler: Sendable {
    let live: LivePreview
    /// The desk that may write; nil where the preview only shows.
    var desk: WritingDesk? = nil
    let allowedHosts: AllowedHostsBox

    /// The allowed hosts, set when the server knows its port.
    final class AllowedHostsBox: Sendable {
        private let hosts = Mutex<AllowedHosts?>(nil)

        func set(_ newValue: AllowedHosts) { hosts.withLock { $0 = newValue } }
        func admits(_ host: String) -> Bool { hosts.withLock { $0?.admits(host) ?? false } }
    }

    /// The methods of RFC 9110 that are not allowed here. Other methods are not implemented.
    private static let knownMethods = ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "CONNECT", "TRACE"]

    /// The response to a request.
    func answer(to request: HTTPRequest) async -> HTTPResponse {
        guard allowedHosts.admits(request.host) else {
            return .text(
                .misdirectedRequest,
                "This preview does not answer to that name. Open the address that `assay serve` printed, or add the name with --host.\n"
            )
        }
        let isHead = request.method == "HEAD"
        let isForDesk = desk != nil && request.target.hasPrefix("/_desk/")
        guard isHead || request.method == "GET" || isForDesk && request.method == "POST" else {
            return Self.knownMethods.contains(request.method)
                ? .methodNotAllowed
                : .text(.notImplemented, "The preview is for reading: GET and HEAD only.\n")
        }
        let target = request.pathOfTarget
        guard let path = RequestPath(target: target) else {
            return .text(.badRequest, "This is no address of a page.\n")
        }
        switch path.parts.first {
        case "_assay": return await clientFile(path, isHead: isHead)
        case "_desk":
            if let desk { return await desk.answer(to: request, path) }
            return await deskFile(path, target)
        default: return await siteFile(path, target)
        }
    }

    private static let events = "_assay/events/"

    private func clientFile(_ path: RequestPath, isHead: Bool) async -> HTTPResponse {
        switch path.file {
        case "_assay/preview.js": .file(path.file, PackageResources.preview_js)
        case "_assay/preview.css": .file(path.file, PackageResources.preview_css)
        case "_assay/events" where isHead: .events(AsyncStream { $0.finish() })
        case "_assay/events": .events(await live.subscribe(to: nil))
        // The rest is the path of the listening page, whose own findings come first.
        case let file where file.hasPrefix(Self.events):
            isHead
                ? .events(AsyncStream { $0.finish() })
                : .events(await live.subscribe(to: String(file.dropFirst(Self.events.count))))
        default: .text(.notFound, "There is no such file.\n")
        }
    }

    private func deskFile(_ path: RequestPath, _ target: String) async -> HTTPResponse {
        switch path.file {
        case "_desk": .redirect(to: target + "/")
        case "_desk/index.html": await boardPage()
        case "_desk/desk.css": .file(path.file, PackageResources.desk_css)
        default: .text(.notFound, "There is no such file.\n")
        }
    }

    private func boardPage() async -> HTTPResponse {
        let state = await live.boardState
        return .file(
            "index.html",
            PreviewPage.adding(clientFor: state, of: .board, to: await live.board())
        )
    }

    private func siteFile(_ path: RequestPath, _ target: String) async -> HTTPResponse {
        // The state is read before the page is made: at worst the page is newer, and reloads once.
        let pages = await live.pages
        guard let proof = await live.session.proof() else {
            return page(WaitingPage.html, pages: pages, status: .serviceUnavailable)
        }
        if let file = proof.file(at: path.file) {
            await live.note(file.diagnostics, pages: pages)
            guard path.file.hasSuffix(".html") else { return .file(path.file, file.bytes) }
            await live.note(page: path.file, madeFrom: file.sources)
            return page(file.bytes, pages: pages)
        }
        if !path.isFolder, proof.hasPage(at: path.file + "/" + Route.index) {
            return .redirect(to: target + "/")
        }
        guard let notFound = proof.notFound else { return .text(.notFound, "There is no such page.\n") }
        await live.note(notFound.diagnostics, pages: pages)
        return page(notFound.bytes, pages: pages, status: .notFound)
    }

    private func page(_ html: [UInt8], pages: String, status: HTTPStatus = .ok) -> HTTPResponse {
        let isWithoutScripts = desk != nil
        let response = HTTPResponse(
            status: status,
            headers: ["Content-Type": MediaType.header(for: "index.html")],
            body: .bytes(isWithoutScripts ? html : PreviewPage.adding(clientFor: pages, to: html))
        )
        return isWithoutScripts ? response.withoutScripts : response
    }
}
