import Captures
import Fetching
import WARC

/// Fetches a page with what belongs to it.
struct PageCapturer: Sendable {
    let visitor: Visitor
    let settings: CaptureSettings
    /// Told of each step, such as the address that is fetched next.
    let isFetching: @Sendable (FetchAddress) -> Void

    /// How many parts are fetched at once; the hosts' own limits come on top.
    private static let parallelParts = 6

    /// Captures the page at an address.
    /// - Parameter typed: the address as it stands in the record.
    func capture(_ address: FetchAddress, typed: String) async -> PageCapture {
        let cookies = CookieJar()
        let robots = await visitor.robotsExchange(of: address)
        isFetching(address)
        let visit = await visitor.visit(address, cookies, seed: address.origin)
        var capture = PageCapture(typed: typed, visit: visit, robots: robots)
        guard let answer = visit.answer, let last = visit.last, Self.isPage(answer) else { return capture }
        if settings.takesRequisites {
            await fetchParts(of: answer, at: last.address, cookies, seed: address.origin, into: &capture)
        }
        if settings.takesBaseline, !Task.isCancelled {
            let second = await visitor.fetch(last.address, cookies, seed: address.origin)
            if HTTPMessage(second.response)?.status == answer.status { capture.second = second }
        }
        return capture
    }

    /// Whether an answer is a page with parts, and not a refusal or a file.
    private static func isPage(_ answer: HTTPMessage) -> Bool {
        guard answer.status == 200, answer["cf-mitigated"] == nil, let content = try? answer.decodedBody()
        else {
            return false
        }
        return CapturedContent(content, mediaType: answer.mediaType) == .html
    }

    private func fetchParts(
        of answer: HTTPMessage,
        at address: FetchAddress,
        _ cookies: CookieJar,
        seed: String,
        into capture: inout PageCapture
    ) async {
        guard let content = try? answer.decodedBody() else { return }
        var requisites = Requisites(of: address)
        let page = PageEncoding.text(of: content, contentType: answer["Content-Type"])
        requisites.add(page: Array(page.utf8), at: address)
        var asked = 0
        var left = settings.byteLimit - capture.visit.exchanges.reduce(0) { $0 + $1.response.count }
        // Style sheets name further parts. Those that they name do not: that is one level.
        let named = requisites.addresses
        for isSecondRound in [false, true] {
            let round = isSecondRound ? Array(requisites.addresses.dropFirst(named.count)) : named
            let taken = Array(round.prefix(max(0, settings.requisiteLimit - asked)))
            asked += taken.count
            let parts = await fetch(taken, cookies, seed: seed, &left)
            capture.parts += parts
            capture.unasked += round.dropFirst(taken.count) + taken.dropFirst(parts.count)
            if isSecondRound { return }
            for part in parts {
                guard let message = part.visit.answer, message.mediaType == "text/css", message.status == 200,
                    let style = try? message.decodedBody(), let place = part.visit.last?.address
                else { continue }
                requisites.add(style: style, at: place)
            }
        }
    }

    /// Fetches parts, some at once, until the capture is full.
    private func fetch(
        _ addresses: [FetchAddress],
        _ cookies: CookieJar,
        seed: String,
        _ left: inout Int
    ) async -> [PageCapture.Part] {
        var parts: [Int: PageCapture.Part] = [:]
        var next = 0
        await withTaskGroup(of: (Int, PageCapture.Part).self) { group in
            while true {
                // Parts that are under way may take what is left, each a share of it.
                let limit = max(left / Self.parallelParts, 0)
                while next < addresses.count, next - parts.count < Self.parallelParts, limit > 0,
                    !Task.isCancelled
                {
                    let (index, address) = (next, addresses[next])
                    next += 1
                    group.addTask {
                        isFetching(address)
                        let visit = await visitor.visit(address, cookies, seed: seed, bodyLimit: limit)
                        return (index, PageCapture.Part(address: address, visit: visit))
                    }
                }
                guard let (index, part) = await group.next() else { break }
                parts[index] = part
                left -= part.visit.exchanges.reduce(0) { $0 + $1.response.count }
            }
        }
        return parts.sorted { $0.key < $1.key }.map(\.value)
    }
}
