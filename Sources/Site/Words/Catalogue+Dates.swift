import Newsroom

extension Catalogue {
    /// A date in the language's form, such as "16 July 2018"; without day or month where the date has none.
    package func date(_ date: CalendarDate) -> String {
        let year = number(date.year)
        guard let month = date.month else { return text("format.year", ["year": year]) }
        let monthName = self["month.\(month)"]
        guard let day = date.day else { return text("format.month", ["month": monthName, "year": year]) }
        // French writes the first of a month in its own form: "1er juillet".
        let form = day == 1 && has("format.first-day") ? "format.first-day" : "format.day"
        return text(form, ["day": number(day), "month": monthName, "year": year])
    }

    /// A date, or the first and the last date of a span.
    package func span(_ span: DateSpan) -> String {
        guard let end = span.end else { return date(span.start) }
        return text("format.span", ["start": date(span.start), "end": date(end)])
    }
}
