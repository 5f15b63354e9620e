/// A page of the site with the preview's script, which reloads it.
enum PreviewPage {
    /// The subject of a page, by its name in the events.
    enum Subject: String {
        /// The site's pages, which change with the files.
        case pages
        /// The desk's board, which changes with the findings too.
        case board
    }

    /// A page with the preview's script at its end, and a policy that allows the script.
    /// - Parameters:
    ///   - state: the state that it was made from. The page reloads when the state changes.
    ///   - subject: the subject whose state it is.
    static func adding(
        clientFor state: String,
        of subject: Subject = .pages,
        to page: [UInt8]
    ) -> [UInt8] {
        let follows = "data-follows=\"\(subject.rawValue)\" data-state=\"\(state)\""
        let script = Array("<script src=\"/_assay/preview.js\" \(follows) defer></script>\n".utf8)
        var page = page
        let end = page.lastRange(of: Array("</body>".utf8))?.lowerBound ?? page.endIndex
        page.insert(contentsOf: script, at: end)
        return ContentSecurityPolicy.allowingOwnFiles(in: page)
    }
}

/// The policy that a page carries in a `meta` element (Content Security Policy Level 3, section 3.3).
///
/// The element itself is changed, because a header cannot allow what the page's own policy forbids.
enum ContentSecurityPolicy {
    /// The directives that the preview's client needs: its script, its style, its events.
    private static let needed = ["script-src", "style-src", "connect-src"]

    /// The page with a policy that allows scripts, styles and connections of the same origin; unchanged if it
    /// has no policy.
    static func allowingOwnFiles(in page: [UInt8]) -> [UInt8] {
        let opening = Array("http-equiv=\"Content-Security-Policy\" content=\"".utf8)
        guard let start = page.firstRange(of: opening)?.upperBound,
            let end = page[start...].firstIndex(of: UInt8(ascii: "\""))
        else { return page }
        let policy = String(decoding: page[start..<end], as: UTF8.self)
        return page[..<start] + Array(allowingOwnFiles(policy).utf8) + page[end...]
    }

    static func allowingOwnFiles(_ policy: String) -> String {
        var directives = policy.split(separator: ";").map { $0.split(separator: " ").map(String.init) }
            .filter { !$0.isEmpty }
        let fallback = directives.first { $0[0] == "default-src" }?.dropFirst()
        for name in needed {
            if let index = directives.firstIndex(where: { $0[0] == name }) {
                directives[index] = [name] + allowingOwnFiles(directives[index].dropFirst())
            } else if let fallback {
                directives.append([name] + allowingOwnFiles(fallback))
            }
        }
        return directives.map { $0.joined(separator: " ") }.joined(separator: "; ")
    }

    private static func allowingOwnFiles(_ sources: some Sequence<String>) -> [String] {
        let kept = sources.filter { $0 != "'none'" }
        return kept.contains("'self'") || kept.contains("*") ? kept : kept + ["'self'"]
    }
}

extension [UInt8] {
    fileprivate func lastRange(of needle: [UInt8]) -> Range<Int>? {
        guard count >= needle.count else { return nil }
        for start in stride(from: count - needle.count, through: 0, by: -1)
        where self[start..<(start + needle.count)].elementsEqual(needle) {
            return start..<(start + needle.count)
        }
        return nil
    }
}
