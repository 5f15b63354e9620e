import Diagnostics

extension Statements {
    /// Compares what a page says of itself: its headline, `title`, and the titles and descriptions in its metadata.
    ///
    /// Each has to hold an approved text. What else it holds is approved too, or stands on most other pages.
    /// - Parameter titlesInBodies: the number of `h1` elements that come from the claim's Markdown.
    func compareTitles(
        of page: HTMLPage,
        _ path: String,
        _ facts: ClaimFacts,
        titlesInBodies: Int,
        _ findings: inout PageFindings
    ) {
        // The site's name and the labels are in the data.
        guard site.hasData else { return }
        let titles = [facts.title, facts.statement]
        for headline in page.headlines.dropLast(titlesInBodies) {
            compare("headline", headline, titles, path, facts, &findings)
        }
        if let title = page.windowTitle { compare("`title`", title, titles, path, facts, &findings) }
        for (name, content) in page.metadata {
            switch name {
            case "og:title", "twitter:title":
                compare("`\(name)`", content, titles, path, facts, &findings)
            case "description", "og:description", "twitter:description":
                compare("`\(name)`", content, [facts.summary] + titles, path, facts, &findings)
            default: break
            }
        }
    }

    private func compare(
        _ place: String,
        _ words: String,
        _ wanted: [String],
        _ path: String,
        _ facts: ClaimFacts,
        _ findings: inout PageFindings
    ) {
        let finding = changed(path, "its \(place) is not the one that was approved", facts.id)
        guard wanted.contains(where: { words.utf8.contains($0.utf8) }) else {
            findings.certain.append(finding)
            return
        }
        let known = [facts.title, facts.statement, facts.summary] + facts.claimants
        let names = [facts.label, site.data?["name"]?.string].compactMap(\.self)
        let rest = ApprovedWords.rest(of: words, without: known + names)
        let hasWords = rest.unicodeScalars.contains {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
        // Pages and cards have templates of their own, each with its own words around a title.
        let folder = path.prefix { $0 != "/" }
        findings.surroundings.append(
            PageFindings.Surroundings(
                place: "\(folder) \(place)",
                words: hasWords ? rest : "",
                finding: finding
            )
        )
    }
}
