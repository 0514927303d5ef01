using TalksBot.Benchmarks;

// One promise alone, by its name.
if (args is ["commands"])
{
    return await CommandBenchmark.RunAsync() ? 0 : 1;
}

// The promises of the product, measured: each line prints the figure and the limit it must keep.
if (args is ["offers"])
{
    return await OfferBenchmark.RunAsync() ? 0 : 1;
}

if (args is ["editing"])
{
    return await EditingBenchmark.RunAsync() ? 0 : 1;
}

if (args is ["beside"])
{
    return await BesideBenchmark.RunAsync() ? 0 : 1;
}

if (args is ["api"])
{
    return await ApiBenchmark.RunAsync() ? 0 : 1;
}

if (args is ["calendar"])
{
    return await CalendarBenchmark.RunAsync() ? 0 : 1;
}

if (args is ["wall"])
{
    return await WallBenchmark.RunAsync() & await WallBenchmark.StreamsAsync() ? 0 : 1;
}

if (args is ["idle"])
{
    using var idle = new BenchDatabase();
    return await IdleMemoryBenchmark.RunAsync(idle) ? 0 : 1;
}

if (args is ["due"])
{
    using var waiting = new BenchDatabase();
    await StandingDeadlines.SeedAsync(waiting);
    var spread = await PunctualityBenchmark.SpreadAsync(waiting);
    return spread & await PunctualityBenchmark.BurstAsync(waiting) ? 0 : 1;
}

if (args is ["ready"])
{
    using var fresh = new BenchDatabase();
    return await ReadyBenchmark.RunAsync("ready, empty database", fresh, limit: TimeSpan.FromSeconds(0.5)) ? 0 : 1;
}

if (args is ["discord"])
{
    return (await DiscordBurstBenchmark.RunAsync()).Kept ? 0 : 1;
}

if (args is ["slack"])
{
    return (await SlackBurstBenchmark.RunAsync()).Kept ? 0 : 1;
}

// What a desk on a database server promises; PostgreSQL's programs have to be there.
if (args is ["server", ..])
{
    return await ServerBenchmark.RunAsync(args.ElementAtOrDefault(1)) ? 0 : 1;
}

// The same work by public libraries beside it; node and npm have to be there.
if (args is ["libraries"])
{
    return await LibrariesBenchmark.RunAsync() ? 0 : 1;
}

if (args is ["growth", var updates])
{
    return await GrowthBenchmark.RunAsync(int.Parse(updates, System.Globalization.CultureInfo.InvariantCulture)) ? 0 : 1;
}

// Ten years of a desk, or as many as are named.
if (args is ["years", .. var named])
{
    return await YearsBenchmark.RunAsync(named is [var years] ? int.Parse(years, System.Globalization.CultureInfo.InvariantCulture) : 10) ? 0 : 1;
}

Console.WriteLine("Preparing 10,000 standing deadlines with 100,000 rungs …");
using var empty = new BenchDatabase();
using var full = new BenchDatabase();
await StandingDeadlines.SeedAsync(full);

var kept = true;
kept &= await ReadyBenchmark.RunAsync("ready, empty database", empty, limit: TimeSpan.FromSeconds(0.5));
kept &= await ReadyBenchmark.RunAsync("ready, 100,000 rungs planned", full, limit: TimeSpan.FromSeconds(1));
kept &= await IdleMemoryBenchmark.RunAsync(full);
kept &= await PunctualityBenchmark.SpreadAsync(full);
kept &= await PunctualityBenchmark.BurstAsync(full);
kept &= await CommandBenchmark.RunAsync();
kept &= await OfferBenchmark.RunAsync();
kept &= await EditingBenchmark.RunAsync();
kept &= await BesideBenchmark.RunAsync();
kept &= await ApiBenchmark.RunAsync();
kept &= await CalendarBenchmark.RunAsync();
kept &= await WallBenchmark.RunAsync();
kept &= await WallBenchmark.StreamsAsync();
kept &= await GrowthBenchmark.RunAsync(1_000);
kept &= await GrowthBenchmark.RunAsync(10_000);
kept &= await GrowthBenchmark.RunAsync(100_000);
kept &= (await DiscordBurstBenchmark.RunAsync()).Kept;
kept &= (await SlackBurstBenchmark.RunAsync()).Kept;
Console.WriteLine(kept ? "Every promise was kept." : "A promise was broken.");
return kept ? 0 : 1;
