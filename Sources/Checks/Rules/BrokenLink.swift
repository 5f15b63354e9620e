import Addresses
import Diagnostics
import Markdown
import Newsroom

/// A link within the site to a missing page or heading.
struct BrokenLink: Rule {
    static let guide = RuleGuide(
        RuleID("broken-link", .error),
        "Links within the site lead to a page and a heading that are there.",
        why: """
            A reader who follows a link must arrive. A path breaks when the site moves or a record gets another id; a link to
            a record by its kind and id, `claim:offer`, is followed by Assay.
            """,
        fix: """
            Link to a record by its kind and id, with the words of a heading after `#` where one is meant, or to the whole
            `https://` address of a page elsewhere. `/page` leads to the host's root, which need not be the site's.
            """,
        wrong: "[the method](method.html), [above](#nowhere), [our ruling](claim:offer#no-such-heading)",
        right: "[the method](page:methodology), [above](#what-he-said), [our ruling](claim:offer)"
    )

    func check(_ body: RecordBody, _ context: CheckContext) -> [Finding] {
        guard !body.document.links.isEmpty || !body.document.recordLinks.isEmpty else { return [] }
        let folder = SiteFiles.folder(of: body.record)
        let site = context.newsroom.settings.url.value
        return body.document.links.compactMap { link in
            let address = SiteAddress(link.address, in: folder, site: site)
            guard let problem = problem(with: address, of: link, body, context) else { return nil }
            let isFragment = problem.meant?.hasPrefix("#") ?? false
            let typed = isFragment ? "#" + (address.fragment ?? "") : link.address
            return problem.finding(at: link.range, of: typed, in: body.record.file)
        }
            + body.document.recordLinks.compactMap { link in
                guard let fragment = link.fragment, let kind = RecordKind(rawValue: link.kind),
                    // A fragment of a medium is a time or a page.
                    kind != .medium,
                    context.newsroom.contains(RecordKey(kind, link.id)),
                    let problem = problem(withFragment: fragment, on: RecordKey(kind, link.id), context)
                else { return nil }
                return problem.finding(at: link.range, of: "#" + fragment, in: body.record.file)
            }
    }

    /// The entries of the settings' menu, whose paths begin at the site's own address.
    func check(_ context: CheckContext) -> [Finding] {
        let settings = context.newsroom.settings
        let files = SiteFiles(newsroom: context.newsroom, statics: context.statics)
        return settings.menu.compactMap { entry in
            guard case .address(let typed) = entry.target else { return nil }
            let shown = typed.value.excerpt(60)
            switch SiteAddress(typed.value, in: [], site: settings.url.value).place {
            case .elsewhere:
                guard WebAddress.linkable(typed.value) == nil else { return nil }
                return Finding(
                    "`\(shown)` is not an address on the web",
                    at: settings.span(typed),
                    help: "write a whole `https://` address, or a path of the site, such as `topics/`"
                )
            case .file(let parts) where files.contains(parts):
                guard let key = files.record(parts), let reason = Self.absence(of: key, context) else {
                    return nil
                }
                return Finding(
                    "`\(shown)` leads to no page that readers have: \(reason)",
                    at: settings.span(typed),
                    help: "publish that verdict first, or take the entry out until then"
                )
            case .file(let parts):
                return Finding(
                    "`\(shown)` leads to no page of this site",
                    at: settings.span(typed),
                    help: files.suggestion(for: parts).map { "did you mean the page of `\($0)`?" }
                        ?? "write a path of the site, such as `topics/`, or `page:` with a page's id"
                )
            case .host, .above, .ownPage:
                return Finding(
                    "`\(shown)` is no path of this site",
                    at: settings.span(typed),
                    help: "write it as it follows the site's address: `topics/elections/`"
                )
            }
        }
    }

    /// The reason why readers have no page of a claim; nil if they have one.
    private static func absence(of key: RecordKey, _ context: CheckContext) -> String? {
        guard key.kind == .claim, let claim = context.newsroom.claims[key.id] else { return nil }
        guard let verdict = context.newsroom.verdict(on: claim) else { return "the claim has no verdict" }
        let hasPage = context.isPublished(verdict) || context.publication(of: verdict).isRetracted
        return hasPage ? nil : "its verdict is a draft"
    }

    /// A mistake in a link's address.
    private struct Problem {
        let message: String
        let help: String
        /// The address that was probably meant.
        let meant: String?

        init(_ message: String, _ help: String, meant: String? = nil) {
            self.message = message
            self.help = help
            self.meant = meant
        }

        /// The finding on a link; it carries the likely address where the one that was typed stands once in the link.
        func finding(at range: Range<Int>, of address: String, in file: SourceFile) -> Finding {
            let fix = meant.flatMap { meant -> Fix? in
                let range = range.clamped(to: file.bytes.indices)
                let places = address.isEmpty ? [] : file.bytes[range].ranges(of: Array(address.utf8))
                guard places.count == 1, let place = places.first else { return nil }
                return Fix("Write `\(meant)`", .unsafe, [file.edit(place, meant)])
            }
            return Finding(message, at: file.span(range), help: help, fixes: [fix])
        }
    }

    private func problem(
        with address: SiteAddress,
        of link: Link,
        _ body: RecordBody,
        _ context: CheckContext
    ) -> Problem? {
        let files = SiteFiles(newsroom: context.newsroom, statics: context.statics)
        let shown = link.address.excerpt(60)
        switch address.place {
        case .elsewhere: return nil
        case .ownPage:
            guard let fragment = address.fragment else {
                return Problem("this link has no address", "write where it leads, or take the brackets out")
            }
            let own = RecordKey(of: body.record)
            return problem(withFragment: fragment, on: own, context)
        case .host:
            let meant = files.suggestion(for: link.address.split(separator: "/").map(String.init))
            return Problem(
                "`\(shown)` leads to the root of the host, which need not be this site",
                Self.help(for: meant),
                meant: meant
            )
        case .above:
            return Problem("`\(shown)` leads out of the site", Self.help(for: nil))
        case .file(let parts):
            guard files.contains(parts) else {
                let meant = Self.meant(by: link.address, to: parts, in: files)
                return Problem(
                    "`\(shown)` leads to no page of this site",
                    help(for: link.address, meant: meant, in: files),
                    meant: meant
                )
            }
            guard let fragment = address.fragment, let record = files.record(parts) else { return nil }
            return problem(withFragment: fragment, on: record, context)
        }
    }

    /// The advice for a path within the site that leads nowhere.
    private func help(for address: String, meant: String?, in files: SiteFiles) -> String {
        if let meant { return Self.help(for: meant) }
        let site = files.newsroom.settings.url.value
        return address.lowercased().hasPrefix(site.lowercased())
            ? "this is the site's own address, and nothing is there: link to a record, such as `page:about`"
            : Self.help(for: nil)
    }

    /// The address that was probably meant; nil if nothing is near.
    private static func meant(by address: String, to parts: [String], in files: SiteFiles) -> String? {
        if let list = files.nearestList(to: parts) { return address.replacing(list.typed, with: list.known) }
        return files.suggestion(for: parts)
    }

    private static func help(for suggestion: String?) -> String {
        if let suggestion { return "did you mean `\(suggestion)`?" }
        return "link to a record, such as `page:about`, or to a whole `https://` address"
    }

    /// The mistake in a link's fragment; nil if a heading of the page has that anchor. Two forms are not headings and pass:
    /// the theme's own anchors, which contain `_`, and text fragments (`:~:`).
    private func problem(
        withFragment typed: String,
        on record: RecordKey,
        _ context: CheckContext
    ) -> Problem? {
        guard !typed.contains("_"), !typed.contains(":~:") else { return nil }
        let anchors = context.anchors(onPageOf: record)
        guard !anchors.contains(typed) else { return nil }
        let name = typed.excerpt(60)
        let message =
            typed.isEmpty
            ? "`#` without the words of a heading leads nowhere"
            : "there is no heading `\(name)` on the page of \(record.kind.rawValue) `\(record.id)`"
        let known = anchors.sorted()
        let near = Suggestion.nearest(to: typed.lowercased(), among: known)
        if let near { return Problem(message, "did you mean `#\(near)`?", meant: "#" + near) }
        if known.isEmpty { return Problem(message, "its text has no headings; take the `#\(name)` out") }
        let list = known.prefix(8).map { "`#\($0)`" }.joined(separator: ", ")
        return Problem(message, "its headings are \(list)\(known.count > 8 ? ", and more" : "")")
    }
}
