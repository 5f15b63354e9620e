import Files
import Newsroom

/// Where "today" comes from: the one place that looks at a clock.
public enum Today {
    /// Why there is no day.
    public struct Problem: Error, CustomStringConvertible {
        /// What is wrong, in one sentence without a full stop.
        public let description: String
    }

    /// The day that counts: what was asked for, else `SOURCE_DATE_EPOCH` (reproducible-builds.org), else the
    /// clock; the last two in UTC.
    /// - Parameters:
    ///   - asked: a day as typed, such as 2026-11-21.
    ///   - sourceDateEpoch: seconds since 1970, from the environment.
    ///   - clock: seconds since 1970.
    public static func day(
        asked: String?,
        sourceDateEpoch: String?,
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
        // Rounded down without a sum that could overflow.
        let days = seconds / 86_400 - (seconds % 86_400 < 0 ? 1 : 0)
        guard let day = CalendarDate(daysSinceEpoch: days) else {
            throw Problem(
                description:
                    "\(name) is \(seconds) seconds since 1970, which is not within the years 1 to 9999"
            )
        }
        return day
    }
}
