import Addresses
import Diagnostics
import Encodings
import Files
import Newsroom

extension Statements {
    /// Findings about pages: their words, their structured data, and the strange things in them.
    func pageFindings(_ claims: [ApprovedClaim]) async -> [Diagnostic] {
        let pages = site.tree.files(below: "").filter { $0.path.hasSuffix(".html") }
        let paths = Set(pages.map(\.path))
        let missing = claims.map { Route.claim($0.id).path }.filter { !paths.contains($0) }
            .map { changed($0, "the page is missing", "") }
        let found = await pages.concurrentMap { entry -> PageFindings in
            // Servers show this page at any depth, so its addresses begin with the site's own, which is in the data.
            let isAtAnyDepth = entry.path == Route.notFound.path
            guard site.hasData || !isAtAnyDepth,
                let bytes = try? site.tree.contents(of: entry, limit: PublishedSite.sizeLimit)
            else { return PageFindings() }
            let address = isAtAnyDepth ? site.data?["url"]?.string : nil
            return findings(HTMLPage(bytes, of: address), entry.path)
        }
        return missing + strayJournals() + PageFindings.settled(found)
    }

    private func findings(_ page: HTMLPage, _ path: String) -> PageFindings {
        if let target = movedTarget(of: path) { return movedFindings(page, path, to: target) }
        let general = strangeFindings(page, path) + structuredFindings(page, path)
        var findings = PageFindings()
        if let (folder, id) = SiteFolder.subject(ofPage: path), !isUndecided(id) {
            switch folder {
            case .claims: findings = claimFindings(page, path, id)
            // Only these two folders have pages of one claim: elsewhere a page may be a list's, named by its number.
            case .embed: findings = embedFindings(page, path, site.names.current(.record(.claim), id))
            default: break
            }
        }
        findings.certain = general + findings.certain
        return findings
    }

    /// The last folders of the address that a page leads on to, by the page's path; nil for a page of its own.
    private func movedTarget(of path: String) -> [String]? {
        let parts = path.split(separator: "/").map(String.init)
        if parts.count == 4, parts[0] == SiteFolder.claims.rawValue, parts[2] == Route.texts {
            return movedTarget(of: Route.claim(parts[1]).path).map { $0 + [Route.texts] }
        }
        guard let (folder, id) = SiteFolder.subject(ofPage: path) else { return nil }
        let space: IDSpace? =
            switch folder {
            case .topics: .topic
            case .rulings: .ruling
            default: folder.kind.map { .record($0) }
            }
        guard let space, site.names.isFormer(space, id) else { return nil }
        return [site.names.current(space, id)]
    }

    /// Findings about a page that only leads on: where to, and that it does nothing else.
    private func movedFindings(_ page: HTMLPage, _ path: String, to target: [String]) -> PageFindings {
        var findings = PageFindings()
        let targets = page.jumps.map { jump in
            jump.split(separator: "/").filter { $0 != "index.html" }.map(String.init).suffix(target.count)
        }
        let wanted = target.map { PercentEncoding.component($0) }
        let isRelative = page.jumps.allSatisfy { $0.hasPrefix("../") }
        if targets.map(Array.init) != [wanted] || !isRelative {
            let address = target.joined(separator: "/")
            findings.certain.append(
                changed(path, "it does not lead to `\(address)`, which had its address", "")
            )
        }
        let others = page.strangeThings.filter { $0 != HTMLPage.jump }
        if !isVouchedFor {
            findings.certain += Set(others).sorted().map {
                changed(path, "it has \($0), which nobody vouches for", "")
            }
        }
        return findings
    }

    private func strangeFindings(_ page: HTMLPage, _ path: String) -> [Diagnostic] {
        if isVouchedFor { return [] }
        return Set(page.strangeThings).sorted().map {
            changed(path, "it has \($0), which nobody vouches for", "")
        }
    }

    /// Findings about a page's structured data, which is compared with the names and labels of `data/claims.json` too.
    private func structuredFindings(_ page: HTMLPage, _ path: String) -> [Diagnostic] {
        page.structuredData.flatMap { block -> [Diagnostic] in
            guard let document = try? JSONValue(parsing: block) else {
                return [changed(path, "its structured data is not JSON", "")]
            }
            guard site.hasData else { return [] }
            return Self.reviews(in: document).flatMap { reviewFindings($0, path) }
        }
    }

    private func claimFindings(_ page: HTMLPage, _ path: String, _ id: String) -> PageFindings {
        guard let claim = approved[id], claim.history.standing != .unpublished else {
            return PageFindings(
                certain: [changed(path, "it is the page of a claim that no journal published", id)]
            )
        }
        guard let facts = facts[id] else { return PageFindings() }
        let (reasoning, context) = (ApprovedBody.reasoning(of: claim), ApprovedBody.context(of: claim))
        var findings = fieldFindings(page, path, claim, reasoning, context)
        let titleCount = (reasoning?.titleCount ?? 0) + (context?.titleCount ?? 0)
        compareTitles(of: page, path, facts, titlesInBodies: titleCount, &findings)
        findings.certain += reasoningFindings(page, path, id, reasoning)
        findings.certain +=
            factFindings(page, path, facts) + rulingFindings(page, path, facts)
            + evidenceFindings(page, path, claim)
        return findings
    }

    private func embedFindings(_ page: HTMLPage, _ path: String, _ id: String) -> PageFindings {
        guard let claim = approved[id], claim.history.standing != .unpublished else {
            return PageFindings(
                certain: [changed(path, "it is the card of a claim that no journal published", id)]
            )
        }
        guard let facts = facts[id] else { return PageFindings() }
        var findings = PageFindings()
        compareTitles(of: page, path, facts, titlesInBodies: 0, &findings)
        findings.certain += factFindings(page, path, facts) + rulingFindings(page, path, facts)
        return findings
    }

    private func factFindings(_ page: HTMLPage, _ path: String, _ facts: ClaimFacts) -> [Diagnostic] {
        let parts = [("claim", facts.statement), ("title", facts.title), ("short answer", facts.summary)]
        return unseen(parts, on: page, path, facts.id)
    }

    private func unseen(_ parts: [(String, String)], on page: HTMLPage, _ path: String, _ id: String)
        -> [Diagnostic]
    {
        parts.filter { !page.shows($0.1) }.map {
            changed(path, "it does not show the \($0.0) that was approved", id)
        }
    }

    /// The ruling is in the page's first badge.
    private func rulingFindings(_ page: HTMLPage, _ path: String, _ facts: ClaimFacts) -> [Diagnostic] {
        guard let label = facts.label else { return [] }
        let shown = page.words(of: "badge").first
        let isRight = shown.map { $0 == Self.folded(label) } ?? page.shows(label)
        return isRight
            ? [] : [changed(path, "it does not show the ruling that was approved: `\(label)`", facts.id)]
    }

    /// The evidence, under the heading of its direction.
    private func evidenceFindings(_ page: HTMLPage, _ path: String, _ claim: ApprovedClaim) -> [Diagnostic] {
        let evidence = claim.verdict["evidence"]?.elements ?? []
        return evidence.enumerated().compactMap { index, piece in
            guard let shows = piece["shows"]?.string, let stance = piece["stance"]?.string else { return nil }
            let columns = page.wordsByClass.filter { $0.name.hasPrefix("stance-") }
            let wanted = Self.folded(shows)
            let isShown =
                columns.isEmpty
                ? page.shows(shows)
                : columns.contains { $0.name == "stance-\(stance)" && $0.words.utf8.contains(wanted.utf8) }
            return isShown
                ? nil
                : changed(
                    path,
                    "it does not show evidence \(index + 1) as it was approved: \(stance), \(wanted)",
                    claim.id
                )
        }
    }

    /// Findings about journals that are in the folder and in no list.
    private func strayJournals() -> [Diagnostic] {
        let listed = Set((site.entries ?? []).map { Route.journal($0.claim).path })
        return site.tree.files(below: SiteFolder.claims.rawValue).map(\.path)
            .filter { $0.hasSuffix("/journal.jsonl") && !listed.contains($0) }
            .map { changed($0, "`\(Route.journals.path)` does not know this journal", "") }
    }
}
