namespace TalksBot.Features.Tests.Reading;

/// <summary>A desk with forty updates, sticking points, sessions, deadlines, talks and channels.</summary>
public sealed class FortyOfEverything : IAsyncLifetime
{
    private const int Many = 40;

    internal NewsDesk Desk { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var desk = await NewsDesk.OpenAsync();
        Desk = desk;
        await desk.SayAsync("follow add us-japan-autos");
        for (var n = 1; n <= Many; n++)
        {
            desk.Clock.Advance(Duration.FromMinutes(1));
            await desk.SayAsync($"update add us-japan-autos tier:official \"Word {n} {new string('x', 400)}\" \"US officials\"");
            await desk.SayAsync($"point add us-japan-autos \"point {n} of it\"");
            await desk.SayAsync($"session add us-japan-autos \"{(n > 30 ? n - 30 : n)} {(n > 30 ? "Aug" : "Jul")} 1995 16:00\" who:\"round {n} of it\"");
            await desk.SayAsync($"deadline add us-japan-autos \"{(n > 30 ? n - 30 : n)} {(n > 30 ? "Oct" : "Sep")} 1995 17:00\" \"limit {n} of it\"");
            await desk.SayAsync($"open talks-{n} \"negotiation {n} of it\" follow:no");
            await desk.SayAsync($"follow add us-japan-autos channel:terminal:c{n}");
        }
    }

    public async ValueTask DisposeAsync() => await Desk.DisposeAsync();
}
