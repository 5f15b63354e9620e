import WARC

/// The pages in a file of records, among which one is what a newsroom stands on.
struct PageChoice {
    /// A page, with the way that led to it.
    struct Page: Hashable {
        /// The id of its record, without brackets.
        let id: String
        /// Its address.
        let url: String
        /// The address that was asked for, before redirects.
        let asked: String
        /// The title that the file's own list of pages has.
        let title: String?
    }

    /// A record with an answer, without its body.
    private struct Answer {
        let id: String
        let url: String
        let status: Int?
        /// Where it redirects to.
        let target: String?
        let isPage: Bool
    }

    private var answers: [Answer] = []
    private var byAddress: [String: [Int]] = [:]

    private static let redirectLimit = 10

    /// Reads the records of a file.
    init(in file: CaptureFile) throws(WARCProblem) {
        try file.forEach { found in
            let record = found.record
            guard ["response", "resource", "revisit"].contains(record.type), let id = record.id,
                let url = record.targetURI
            else { return true }
            let message = record.message
            let status = message?.status
            let isRedirect = status.map { (300..<400).contains($0) } ?? false
            byAddress[Self.key(url), default: []].append(answers.count)
            answers.append(
                Answer(
                    id: id,
                    url: url,
                    status: status,
                    target: isRedirect ? message?["Location"].map { Self.resolved($0, from: url) } : nil,
                    isPage: record.type != "revisit"
                )
            )
            return true
        }
    }

    /// The page of an id, of an address, or of a record's addresses in their order.
    /// - Parameter listed: the pages that a WACZ file lists.
    func page(
        _ main: String?,
        _ addresses: [String],
        listed: [(url: String, title: String?)]
    ) throws(CaptureImportProblem) -> Page {
        if let main, let answer = answers.first(where: { $0.id == main || "<\($0.id)>" == main }) {
            return Page(id: answer.id, url: answer.url, asked: answer.url, title: nil)
        }
        let wanted = main.map { [$0] } ?? addresses
        guard !wanted.isEmpty else { throw .noAddress }
        for address in wanted {
            guard let answer = answer(to: address) else { continue }
            let title = listed.first {
                Self.key($0.url) == Self.key(answer.url) || Self.key($0.url) == Self.key(address)
            }
            return Page(id: answer.id, url: answer.url, asked: address, title: title?.title)
        }
        throw .noPage(wanted: wanted[0], there: pageAddresses(listed))
    }

    /// The number of the other records that hold something, and of those that hold an error.
    func others(than page: Page) -> (found: Int, missing: Int) {
        let others = answers.filter { $0.id != page.id && $0.target == nil }
        let missing = others.count { $0.status.map { $0 >= 400 || $0 == 0 } ?? false }
        return (others.count - missing, missing)
    }

    /// The answer to an address, behind its redirects: a page where there is one, else what there is.
    private func answer(to address: String) -> Answer? {
        var key = Self.key(address)
        var visited: Set<Int> = []
        for _ in 0...Self.redirectLimit {
            let open = (byAddress[key] ?? []).filter { !visited.contains($0) && answers[$0].isPage }
            let best =
                open.first { answers[$0].status.map { (200..<300).contains($0) } ?? true }
                ?? open.first { answers[$0].target != nil } ?? open.first
            guard let best else { return nil }
            visited.insert(best)
            guard let target = answers[best].target else { return answers[best] }
            key = Self.key(target)
        }
        return nil
    }

    /// The addresses that someone may have meant, at most ten.
    private func pageAddresses(_ listed: [(url: String, title: String?)]) -> [String] {
        let all = listed.map(\.url) + answers.filter { $0.isPage && $0.target == nil }.map(\.url)
        var seen: Set<String> = []
        return Array(all.filter { seen.insert($0).inserted }.prefix(10))
    }

    /// An address by which two spellings of it are the same: without scheme, `www.`, fragment and a last slash, percent-encoded.
    static func key(_ address: String) -> String {
        var rest = address.percentEncodedAddress[...]
        if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
        guard let colon = rest.firstRange(of: "://") else { return String(rest) }
        let scheme = rest[..<colon.lowerBound].lowercased()
        guard scheme == "http" || scheme == "https" else { return String(rest) }
        rest = rest[colon.upperBound...]
        let slash = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        var host = rest[..<slash].lowercased()
        for port in [":80", ":443"] where host.hasSuffix(port) { host.removeLast(port.utf8.count) }
        if host.hasPrefix("www.") { host.removeFirst(4) }
        var path = rest[slash...]
        if path.hasSuffix("/"), !path.contains("?") { path = path.dropLast() }
        return host + path
    }

    /// The address of a `Location` (RFC 3986, section 5.2, for what servers send).
    static func resolved(_ location: String, from base: String) -> String {
        let location = location.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)[0]
        guard !location.contains("://"), let scheme = base.firstRange(of: "://") else {
            return String(location)
        }
        if location.hasPrefix("//") { return "\(base[..<scheme.lowerBound]):\(location)" }
        let rest = base[scheme.upperBound...]
        let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
        if location.hasPrefix("/") { return "\(base[..<end])\(location)" }
        let path = base[end...].prefix { $0 != "?" && $0 != "#" }
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
        return "\(base[..<end])\(folder)\(location)"
    }
}
