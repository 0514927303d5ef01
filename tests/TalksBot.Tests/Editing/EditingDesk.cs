using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Access;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Features.Access;
using TalksBot.Features.Calendars;
using TalksBot.Features.Walls;
using TalksBot.Testing.WholeBot;
using TalksBot.Web.Api;
using TalksBot.Web.Walls;

namespace TalksBot.Tests.Editing;

/// <summary>The founding night with two channels that follow, and people with roles of their own.</summary>
internal static class EditingDesk
{
    private static readonly WallAssets Assets = new();

    public static readonly Instant Start = Instant.FromUtc(1995, 6, 28, 12, 0);

    public static Task<TestBot> OpenAsync(params string[] channels) => FoundingNight.StartAsync(Start, "1h, 0", channels.Length == 0 ? ["desk", "tokyo"] : channels);

    /// <summary>Somebody in the newsroom's channel who sees previews.</summary>
    public static Caller Person(string name, Role role = Role.Editor, string channel = "desk") => new(name, role, new ChannelAddress("terminal", "", channel));

    /// <summary>An update by a chief who needs no preview.</summary>
    public static Task AddAsync(this TestBot bot, string text, string more = "") =>
        bot.DoAsync($"/talks update add {FoundingNight.Slug} \"{text}\" \"a senior US official\" tier:unnamed {more}");

    /// <summary>What a channel shows of a kind now.</summary>
    public static IReadOnlyList<string> Shown(this TestBot bot, string channel, DeliveryKind kind) =>
        [.. bot.Platform.Showing.Where(seen => seen.Channel == channel && seen.Post.Cause.Kind == kind).Select(seen => seen.Text)];

    /// <summary>What a person would see of everything, on every channel, and in every answer to a reader.</summary>
    public static async Task<string> EverythingAsync(this TestBot bot) =>
        string.Join('\n', bot.Platform.Showing.Select(seen => seen.Text).Append(await bot.AnswersAsync()));

    /// <summary>Every answer to somebody else, with the files handed out and what stands for the pictures.</summary>
    public static async Task<string> AnswersAsync(this TestBot bot)
    {
        var reader = Person("Reader", Role.Chief, "elsewhere");
        string[] lines =
        [
            "list", "status us-japan-autos", "next", "update list us-japan-autos", "timeline us-japan-autos", "since 48h us-japan-autos", "since 48h",
            "digest us-japan-autos", "deadline list us-japan-autos", "deadline history us-japan-autos D1", "session list us-japan-autos",
            "point list us-japan-autos", "follow show us-japan-autos", "receipts", "role list",
            "export us-japan-autos json", "export us-japan-autos md", "export us-japan-autos csv", "export us-japan-autos ics",
        ];
        var said = new List<string>();
        foreach (var line in lines)
        {
            var reply = await bot.SayAsync($"/talks {line}", reader);
            said.Add($"{PostText.Write(reply.Whole)}\n{reply.Body.Picture}\n{reply.Body.Picture?.AltText}\n{string.Join('\n', reply.Body.Picture?.Rows ?? [])}");
        }

        said.Add(await bot.WallAsync());
        said.Add(await bot.ApiAsync());
        said.Add(await bot.CalendarAsync());
        return string.Join('\n', said);
    }

    /// <summary>Everything that a program reads of the founding talks, its headers included.</summary>
    /// <param name="bot">The bot.</param>
    /// <param name="only">What is read, by its name in the document; everything where none is named.</param>
    public static async Task<string> ApiAsync(this TestBot bot, params string[] only)
    {
        var updates = await bot.ReadAsync(db => db.Set<Update>().Select(update => update.Number).ToListAsync());
        var reads = new ApiReads(bot.Services.GetRequiredService<IServiceScopeFactory>(), bot.Clock);
        var said = new List<string>();
        foreach (var operation in reads.Operations.Where(operation => only.Length == 0 || only.Contains(operation.Id)))
        {
            foreach (var number in operation.Path.EndsWith("{update}", StringComparison.Ordinal) ? updates : [1])
            {
                said.Add(await AskAsync(operation, number));
            }
        }

        return string.Join('\n', said);
    }

    private static async Task<string> AskAsync(ApiOperation operation, int number)
    {
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        http.Request.Method = operation.Method;
        http.Request.RouteValues = new() { ["talks"] = FoundingNight.Slug, ["deadline"] = $"D{number}", ["session"] = $"S{number}", ["update"] = $"{number}" };
        http.Request.QueryString = new QueryString($"?limit=200&from={TimeWording.Iso(Start - Duration.FromDays(1))}");
        var door = new OpenDoor(1, new AccessScope(AccessKind.Api, Talks: null, Role.Editor)) { Label = "CMS" };
        await (await operation.RunAsync(new ApiRequest(http, door), TestContext.Current.CancellationToken)).WriteAsync(http);
        var body = Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray());
        return $"{string.Join('\n', http.Response.Headers.Select(header => $"{header.Key}: {header.Value}"))}\n{body}";
    }

    /// <summary>The calendar of all of the desk, its lines whole.</summary>
    private static async Task<string> CalendarAsync(this TestBot bot)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        var calendars = scope.ServiceProvider.GetRequiredService<CalendarQuery>();
        var reach = await calendars.FindAsync(new OpenDoor(0, new AccessScope(AccessKind.Calendar, Talks: null, Role: null)), CalendarQuery.All, TestContext.Current.CancellationToken);
        return (await calendars.WriteAsync(reach.ShouldNotBeNull(), TestContext.Current.CancellationToken)).Text.ToString().Replace("\r\n ", "", StringComparison.Ordinal);
    }

    /// <summary>Everything that a wallboard is sent: its page and its frame.</summary>
    public static async Task<string> WallAsync(this TestBot bot)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        var now = bot.Clock.GetCurrentInstant();
        var frame = WallFrame.Of(await scope.ServiceProvider.GetRequiredService<WallQuery>().ReadAsync(only: null, now, TestContext.Current.CancellationToken));
        return $"{new WallPage(Assets).Write(frame, now, "dark")}\n{frame.Json}";
    }
}
