import Mustache
import Newsroom

/// The number of claims with a ruling, for a bar chart.
struct RulingTally: TemplateView {
    let ruling: Shared<RulingView>
    let countText: String
    /// The length of the bar in per cent of the longest one, at least 1.
    let share: Int

    /// The tallies of all rulings in use: the steps, best first, then the labels.
    ///
    /// - Parameter count: the number of claims with a ruling.
    static func tallies(in scope: PageScope, count: (Ruling) -> Int) -> [RulingTally] {
        let counts = scope.settings.scale.all.map { ($0, count($0)) }.filter { $0.1 > 0 }
        let most = counts.map(\.1).max() ?? 1
        return counts.map { ruling, count in
            RulingTally(
                ruling: scope.view(ruling),
                countText: scope.words.count(count, "claim-count"),
                share: max(1, count * 100 / most)
            )
        }
    }

    /// The tallies of a list of claims.
    static func tallies(of rated: RankedClaims, in scope: PageScope) -> [RulingTally] {
        let counts = rated.reduce(into: [:]) { counts, rated in counts[rated.ruling.id, default: 0] += 1 }
        return tallies(in: scope) { counts[$0.id] ?? 0 }
    }

    static let fields: TemplateFields<Self> = [
        "ruling": { .record($0.ruling) },
        "count-text": { .text($0.countText) },
        "share": { .text(String($0.share)) },
    ]
}
