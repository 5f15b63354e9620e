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
        let statement = record.fields.text("statement") ?? ""
        result.expect(
            statement == claim.statement || isShortened(statement, from: claim),
            "statements",
            in: path,
            "content has \(statement), the facts have \(claim.statement)"
        )
        let claimants = record.fields.texts("claimant")
        result.expect(
            claim.reviewedClaimant.map { Self.claimants(named: $0) == Set(claimants) }
                ?? Self.claimants(in: claim.claimant).isSubset(of: claimants),
            "claimants",
            in: path,
            "content names \(claimants), the facts “\(claim.claimant)”"
        )
        compare(stated: record.fields.text("stated"), of: claim, path: path, into: &result)
        compare(appearances: record.fields.records("appearances"), of: claim, path: path, into: &result)
    }

    /// Compares a claim's date: a full one needs facts that establish it.
    private func compare(stated: String?, of claim: ClaimFacts, path: String, into result: inout Comparison) {
        guard let stated else { return }
        let open = claim.stated.contains("not established")
        let established = Figures(in: claim.stated).days
        result.expect(
            open || claim.reviewedClaimant?.contains(/VICE|TechCrunch/) == true
                ? ["2018-07", "2018-07-16/2018-07-22"].contains(stated) : established.contains(stated),
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
                } || (!facts.review.text.isEmpty && facts.foldedClaims.contains(quote.folded)),
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

    /// Whether a statement is the facts' own, cut to the 75 letters that search engines ask for, without words of
    /// its own.
    private func isShortened(_ statement: String, from claim: ClaimFacts) -> Bool {
        guard !facts.review.text.isEmpty, statement.count < max(claim.statement.count, 90) else {
            return false
        }
        func words(_ text: String) -> Set<String> {
            Set(
                text.folded.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 4 }.map(
                    String.init
                )
            )
        }
        return words(statement).isSubset(
            of: words(claim.text + " " + claim.statement).union(Allowance.ownWords)
        )
    }

    /// The claimants in a cell of the review.
    private static func claimants(named cell: String) -> Set<String> {
        let names = [
            "VICE News": "vice-news", "TechCrunch": "techcrunch", "Vladimir Putin": "vladimir-putin",
            "Carpenter": "michael-carpenter", "Moriuchi": "priscilla-moriuchi", "Rid": "thomas-rid",
        ]
        return Set(names.filter { cell.contains($0.key) }.map(\.value))
    }

    /// The claimants in the first words of the facts' line.
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
