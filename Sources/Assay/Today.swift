import Files
import Newsroom

/// Where "today" comes from: the one place that looks at a clock.
package enum Today {
    /// Why there is no day.
    package struct Problem: Error, CustomStringConvertible {
        /// What is wrong, in one sentence without a full stop.
        package let description: String
    }

    /// The day that counts: what was asked for, else the day of `SOURCE_DATE_EPOCH` (reproducible-builds.org), else that
    /// of the clock; the last two in the newsroom's time zone.
    /// - Parameters:
    ///   - asked: a day as typed, such as 2026-11-21.
    ///   - sourceDateEpoch: seconds since 1970, from the environment.
    ///   - zone: the newsroom's; it is asked for only when no day is.
    ///   - clock: seconds since 1970.
    package static func day(
        asked: String?,
        sourceDateEpoch: String?,
        zone: @autoclosure () -> NewsroomTimeZone = .utc,
        clock: () -> Int = SystemClock.seconds
    ) throws(Problem) -> CalendarDate {
        if let asked {
            guard let day = CalendarDate(asked), day.isDay else {
                throw Problem(description: "`\(asked)` is not a day; write it like 2026-11-21")
            }
            return day
        }
        let seconds: Int
        let name: String
        if let sourceDateEpoch, !sourceDateEpoch.isEmpty {
            guard let number = Int(sourceDateEpoch) else {
                throw Problem(
                    description: "SOURCE_DATE_EPOCH is `\(sourceDateEpoch)`, which is not a number of seconds"
                )
            }
            (seconds, name) = (number, "SOURCE_DATE_EPOCH")
        } else {
            (seconds, name) = (clock(), "the system's clock")
        }
        guard let day = zone().day(ofSecond: seconds) else {
            throw Problem(
                description:
                    "\(name) is \(seconds) seconds since 1970, which is not within the years 1 to 9999"
            )
        }
        return day
    }
}
