import Mustache

/// Where a page stands among the pages of a list.
struct PaginationView: TemplateShowable {
    /// "Page 2 of 5".
    let place: String
    let previous: String?
    let next: String?

    init(number: Int, entryCount: Int, in scope: PageScope, route: (Int) -> Route) {
        let count = Pagination.pageCount(of: entryCount)
        place = scope.words.text(
            "pagination.place",
            ["number": scope.words.number(number), "count": scope.words.number(count)]
        )
        previous = number > 1 ? scope.links.to(route(number - 1)) : nil
        next = number < count ? scope.links.to(route(number + 1)) : nil
    }

    var templateRecord: TemplateRecord {
        [
            "place": .text(place), "previous": .text(previous), "next": .text(next),
            "needed": .bool(previous != nil || next != nil),
        ]
    }
}
