import Editorial
import Files
import Newsroom

/// The time at the desk: `SOURCE_DATE_EPOCH` (reproducible-builds.org), else the system's clock.
package struct DeskClock: Sendable {
    /// The text of `SOURCE_DATE_EPOCH`; nil if it is not set.
    package let sourceDateEpoch: String?

    /// Makes a clock.
    /// - Parameter sourceDateEpoch: seconds since 1970, from the environment.
    package init(sourceDateEpoch: String?) { self.sourceDateEpoch = sourceDateEpoch }

    /// The time that goes into journals.
    package func now() throws(Refusal) -> JournalTime {
        let typed = sourceDateEpoch ?? ""
        let seconds: Int? = typed.isEmpty ? SystemClock.seconds() : Int(typed)
        guard let seconds, let time = JournalTime(secondsSinceEpoch: seconds) else {
            throw Refusal(
                "SOURCE_DATE_EPOCH is `\(typed)`, which is no number of seconds since 1970 within the years 1 to 9999"
            )
        }
        return time
    }

    /// The day in a newsroom's time zone.
    package func today(in zone: NewsroomTimeZone) throws(Refusal) -> CalendarDate {
        do throws(Today.Problem) {
            return try Today.day(asked: nil, sourceDateEpoch: sourceDateEpoch, zone: zone)
        } catch {
            throw Refusal("\(error)")
        }
    }
}
