import Foundation
import Yams

extension FactsComparison {
    /// Compares a claim's statement, claimants, date, appearances and the sources of its timeline.
    func compare(claim record: RecordFile, into result: inout Comparison) {
        let path = record.path
        guard let claim = facts.claim(slug: record.id) else {
            result.expect(false, "claims", in: path, "the facts have no claim with this slug")
            return
        }
        result.expectEqual(record.fields.text("statement"), claim.statement, "statements", in: path)
        let claimants = record.fields.texts("claimant")
        result.expect(
            Self.claimants(in: claim.claimant).isSubset(of: claimants),
            "claimants",
            in: path,
            "content names \(claimants), the facts “\(claim.claimant)”"
        )
        compare(stated: record.fields.text("stated"), of: claim, path: path, into: &result)
        compare(appearances: record.fields.records("appearances"), of: claim, path: path, into: &result)
    }

    /// A full date is printed only where the facts establish one.
    private func compare(stated: String?, of claim: ClaimFacts, path: String, into result: inout Comparison) {
        guard let stated else { return }
        let open = claim.stated.contains("not established")
        let established = Figures(in: claim.stated).days
        result.expect(
            open ? ["2018-07", "2018-07-16/2018-07-22"].contains(stated) : established.contains(stated),
            "dates of statements",
            in: path,
            "content has \(stated), the facts “\(claim.stated)”"
        )
    }

    private func compare(
        appearances: [Node],
        of claim: ClaimFacts,
        path: String,
        into result: inout Comparison
    ) {
        var seen: Set<String> = []
        for appearance in appearances {
            let article = Facts.articles[appearance.text("article") ?? ""] ?? ""
            let locator = appearance.text("locator") ?? ""
            let quote = appearance.text("quote") ?? ""
            seen.insert(article + locator)
            result.expect(
                claim.passages.contains {
                    $0.article == article && $0.locator == locator && $0.words.folded.contains(quote.folded)
                },
                "appearances",
                in: path,
                "“\(quote)” is not what the facts have at \(article) \(locator)"
            )
        }
        for passage in claim.passages {
            let place = passage.article + passage.locator
            result.expect(
                seen.contains(place) || Allowance.unusedPassages.contains("\(claim.id) \(place)"),
                "passages used",
                in: path,
                "no appearance at \(passage.article) \(passage.locator)"
            )
        }
    }

    /// The claimants that the first words of the facts' line name.
    private static func claimants(in line: String) -> Set<String> {
        let head = line.prefix { !",(;".contains($0) }
        let names = [
            "Vladimir Putin": ["vladimir-putin"], "Dan Coats": ["dan-coats"], "VICE": ["vice-news"],
            "TechCrunch": ["techcrunch"], "both outlets": ["vice-news", "techcrunch"],
            "Michael Carpenter": ["michael-carpenter"],
        ]
        return Set(names.filter { head.hasPrefix($0.key) }.flatMap(\.value))
    }
}
