using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Core.Walls;

namespace TalksBot.Web.Walls;

/// <summary>
/// The page as it leaves the server: the wall at this moment, with times and "as of", which is all there is where scripts are off. A script
/// puts the live wall in its place. Everything that people typed is encoded here, and is set as text there.
/// </summary>
internal sealed class WallPage(WallAssets assets)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _page = new();

    /// <summary>Writes it.</summary>
    public string Write(WallFrame frame, Instant now, string theme)
    {
        var board = frame.View.Board;
        Line($"<!doctype html><html lang=\"en\" data-theme=\"{theme}\" data-assets=\"{assets.Version}\"><head><meta charset=\"utf-8\"><title>{Text(board.Title)} – TalksBot wall</title>");
        Line($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><link rel=\"icon\" href=\"{assets.Path("icon.svg")}\"><link rel=\"stylesheet\" href=\"{assets.Path("wall.css")}\">");
        Line("<noscript><meta http-equiv=\"refresh\" content=\"30\"></noscript></head>");
        var hasPassed = board.Next is { } first && first.At <= now;
        Line($"<body data-state=\"static\" data-face=\"{board.State.ToString().ToLowerInvariant()}\" data-pressure=\"{(hasPassed ? "passed" : "none")}\"><div id=\"wall\">");
        Line($"<header><p id=\"status\"><b>AS OF</b> <span>{Text(TimeWording.Full(now, board.Home))}</span></p><h1>{Text(board.Title)}</h1></header><main>");
        Hero(board, hasPassed);
        Side(board);
        Matter(board);
        Line("</main><footer>");
        Strip(board);
        Line("</footer></div>");
        Line("<p id=\"polite\" class=\"unseen\" role=\"status\"></p><p id=\"assertive\" class=\"unseen\" role=\"alert\"></p>");
        Line($"<script type=\"application/json\" id=\"frame\">{frame.Json}</script><script type=\"module\" src=\"{assets.Path("wall.js")}\"></script></body></html>");
        return _page.ToString();
    }

    private void Hero(WallBoard board, bool hasPassed)
    {
        Line("<section id=\"hero\" aria-label=\"Next deadline\">");
        if (board.Next is { } next)
        {
            Line($"<p class=\"kicker\"><span>{Text(next.Talks)}</span><span> · {Text(next.Name)}{(next.IsMoved ? " · moved" : "")}</span><b class=\"unknown\"> · OUTCOME NOT YET KNOWN</b></p><p id=\"count\">{(hasPassed ? "PASSED" : Time(next))}</p>");
            Line($"<p class=\"due\"><b>{Text(next.Label)}</b>{(next.Consequence.Length > 0 ? $"<span> – {Text(next.Consequence)}</span>" : "")}</p><ul class=\"clocks\">");
            foreach (var cell in next.Clocks)
            {
                Line($"<li><b>{Text(cell.Time)}</b><span>{Text(cell.Place)}</span><span>{Text(cell.Date)}{Flag(cell.Days)}</span></li>");
            }

            Line("</ul>");
        }
        else
        {
            Line($"<p class=\"face\">{Text(WallFace.Title(board))}</p><p class=\"due\">{Text(WallFace.Line(board))}</p>");
        }

        Line("</section>");
    }

    private void Side(WallBoard board)
    {
        Line("<aside>");
        Section("Sessions", board.Sessions, session => $"<p class=\"said\">{Text(session.Code)} {Text(session.Name)} <b>{Going(session.State)}</b></p><p class=\"by\">{Text(session.When)}{Text(Typography.Dash(session.Details))}</p>");
        Section("Latest", board.Updates, Update);
        Line("</aside>");
    }

    private void Matter(WallBoard board)
    {
        Line("<section id=\"matter\">");
        foreach (var accounts in board.Accounts)
        {
            Section("Accounts differ", accounts.Sides, Update, "accounts");
        }

        Section("Sticking points", board.Accounts.Count > 0 ? [] : board.Points, point => $"<p class=\"said\">{Text(point.Title)} <b>{Text(point.State)}</b></p>{string.Concat(point.Words.Select(word => $"<p class=\"by\"><b class=\"side\">{Text(word.Side)}</b> {Text(word.Text)}</p>"))}", "points");
        Line("</section>");
    }

    private void Strip(WallBoard board)
    {
        Line("<ul id=\"strip\">");
        foreach (var next in board.Following)
        {
            Line($"<li><b>{Text(next.When)}</b> <span>{Text(next.Code)} {Text(next.Name)} {Text(next.Label)}</span></li>");
        }

        if (board.More > 0)
        {
            Line($"<li>{Text(Typography.More(board.More))}</li>");
        }

        foreach (var notice in board.Notices)
        {
            Line($"<li class=\"mark\">{Text(notice.Text)}</li>");
        }

        Line("</ul>");
    }

    private void Section<T>(string title, IReadOnlyList<T> items, Func<T, string> write, string look = "")
    {
        if (items.Count == 0)
        {
            return;
        }

        Line($"<section class=\"{look}\"><h2>{title}</h2><ul>");
        foreach (var item in items)
        {
            Line($"<li>{write(item)}</li>");
        }

        Line("</ul></section>");
    }

    private static string Update(WallUpdate update) =>
        $"<p class=\"said\">{(update.Side.Length > 0 ? $"<b class=\"side\">{Text(update.Side)}</b> " : "")}{Text(update.Text)}</p>"
        + $"<p class=\"by\">{Text(string.Join(" · ", new[] { update.Priority, $"{update.Code} {update.Name}", update.Attribution, update.Heard, update.IsCorrected ? "corrected" : "" }.Where(word => word.Length > 0)))}</p>";

    /// <summary>A time stands on no wall without its clock.</summary>
    private static string Time(WallDeadline next) => next.Clocks is [var cell, ..] ? $"<span class=\"part\"><b>{Text(cell.Time)}</b><i>{Text(cell.Place)}</i></span>" : Text(next.When);

    private static string Going(WallSessionState state) => state switch
    {
        WallSessionState.UnderWay => "UNDER WAY",
        WallSessionState.NotReported => "NOT REPORTED",
        _ => "",
    };

    private static string Flag(int days) => days == 0 ? "" : days.ToString("' (+'0')';' (−'0')'", CultureInfo.InvariantCulture);

    private static string Text(string text) => Encoder.Encode(text);

    private void Line(string html) => _page.Append(html).Append('\n');
}

/// <summary>What stands where a countdown would, when there is none.</summary>
internal static class WallFace
{
    /// <summary>In two or three words.</summary>
    public static string Title(WallBoard board) => board switch
    {
        { State: WallState.NoTalks } => "No talks yet",
        { Outcomes: [var last, ..] } => last.Kind,
        { State: WallState.AllClosed } => "All closed",
        _ => "No deadline",
    };

    /// <summary>In a sentence.</summary>
    public static string Line(WallBoard board) => board switch
    {
        { State: WallState.NoTalks } => "Nothing is followed yet. The first /talks open in chat puts it here.",
        { Outcomes: [var last, ..] } => $"{last.Talks}: {last.Line} (recorded {last.When})",
        { State: WallState.AllClosed } => "All talks are closed. Nothing is due.",
        _ => "Talks are open, and no deadline stands.",
    };
}

/// <summary>The two looks of a wall, and the browser's own choice between them.</summary>
internal static class WallTheme
{
    private const string Dark = "dark";

    /// <summary>The look that an address asks for; dark where it asks for none.</summary>
    public static string Read(string? asked) => asked is "light" or "auto" ? asked : Dark;
}
