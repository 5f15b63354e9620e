extension CalendarDate {
    /// The number of days since 1 January 1970; nil for a month or a year.
    ///
    /// The inverse of `init(daysSinceEpoch:)`: Howard Hinnant's `days_from_civil`, where years begin in March, so
    /// that a leap day comes last.
    package var daysSinceEpoch: Int? {
        guard let month, let day else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The number of days since another date; nil unless both are days.
    package func days(since other: CalendarDate) -> Int? {
        guard let now = daysSinceEpoch, let then = other.daysSinceEpoch else { return nil }
        return now - then
    }
}
