import Mustache
import Newsroom

/// The years and months in which rulings were published.
struct ArchivePage: PageContent {
    let title: String
    let description: String
    let years: [PeriodView]

    init(in scope: PageScope) {
        scope.note(.all(.verdict))
        title = scope.words["archive.title"]
        description = scope.words["archive.introduction"]
        years = scope.edition.publicationYears.map { year in
            PeriodView(year.period, months: year.months.map { PeriodView($0, in: scope) }, in: scope)
        }
    }

    var templateRecord: TemplateRecord {
        ["title": .text(title), "introduction": .text(description), "years": .section(years)]
    }
}

/// A year or a month, and how many rulings were published in it.
struct PeriodView: TemplateShowable {
    let name: Hyperlink
    let count: String
    /// The months of a year.
    let months: [PeriodView]

    init(_ period: CalendarDate, months: [PeriodView] = [], in scope: PageScope) {
        scope.note(.claimsPublished(period))
        name = Hyperlink(scope.words.date(period), to: scope.links.to(.archive(period)))
        count = scope.words.count(scope.edition.claims(publishedIn: period).count, "claim-count")
        self.months = months
    }

    var templateRecord: TemplateRecord {
        ["name": .record(name), "count": .text(count), "months": .section(months)]
    }
}
