import Addresses
import Diagnostics
import Newsroom

/// A page of `static/` with styles or scripts in it, which the site's `_headers` forbid.
struct StaticPageStyle: Rule {
    static let guide = RuleGuide(
        RuleID("static-page-style", .warning),
        "Pages in `static/` have their styles and scripts in files of their own.",
        why: """
            `headers: yes` in `hosting` asks browsers to run no script and to use no style that stands in a page itself: that is how
            scripts would come in through a fault. It holds for the whole site, and so for a page of your own, which is shown without
            them.
            """,
        fix: """
            Put what stands in `<style>` into a file beside the page, and link it: `<link rel="stylesheet" href="report.css">`. Do the same
            with `<script>`, with attributes such as `style` and `onclick`, and with pictures and fonts from other hosts.
            """,
        wrong: "static/report.html: <style>h1 { color: teal }</style>",
        right:
            "static/report.html: <link rel=\"stylesheet\" href=\"report.css\">\nstatic/report.css: h1 { color: teal }"
    )

    func check(_ context: CheckContext) -> [Finding] {
        guard context.newsroom.settings.hosting.writesHeaders else { return [] }
        return context.statics.paths.filter { Self.isPage($0) }.compactMap { path in
            guard let bytes = context.statics.bytes(of: path), let place = Self.place(in: bytes) else {
                return nil
            }
            let file = SourceFile(path: StaticFiles.folder + "/" + path, bytes: bytes)
            return Finding(
                "readers see this page without what stands in `\(place.name)`: `_headers` forbids it",
                at: file.span(place.range),
                help: place.name == "<script>"
                    ? "put the script into a file beside the page: `<script src=\"page.js\"></script>`"
                    : "put the styles into a file beside the page: `<link rel=\"stylesheet\" href=\"page.css\">`"
            )
        }
    }

    private static func isPage(_ path: String) -> Bool {
        let name = path.lowercased()
        return name.hasSuffix(".html") || name.hasSuffix(".htm")
    }

    /// The first element or attribute that is forbidden. Scripts with an address are not.
    private static func place(in bytes: [UInt8]) -> (name: String, range: Range<Int>)? {
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
            let tag = String(decoding: bytes[index..<end], as: UTF8.self).lowercased()
            let range = index..<min(end + 1, bytes.count)
            if tag.hasPrefix("<style") { return ("<style>", range) }
            if tag.hasPrefix("<script"), !tag.contains("src="), !tag.contains("json") {
                return ("<script>", range)
            }
            if tag.contains(" style=") || tag.contains("\nstyle=") { return ("style", range) }
            index = end + 1
        }
        return nil
    }
}
