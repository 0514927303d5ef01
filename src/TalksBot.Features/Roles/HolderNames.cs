using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Storage;

namespace TalksBot.Features.Roles;

/// <summary>Finds what people who can have a role are called: whoever gave a command once is known by name.</summary>
internal sealed class HolderNames(TalksDb db)
{
    /// <summary>Reads the names that these were last known by.</summary>
    /// <param name="reader">Who is told of them.</param>
    /// <param name="holders">Those that are spoken of.</param>
    public async Task<HolderWording> OfAsync(Caller reader, IEnumerable<ChannelAddress> holders, CancellationToken token)
    {
        var asked = holders.Distinct().ToDictionary(holder => $"{holder}", StringComparer.Ordinal);
        var people = asked.Keys.ToList();
        var last = db.Acts.Where(act => people.Contains(act.Person)).GroupBy(act => act.Person).Select(acts => acts.Max(act => act.Id));
        var known = await db.Acts.AsNoTracking().Where(act => last.Contains(act.Id)).Select(act => new { act.Person, act.By }).ToListAsync(token);
        return new HolderWording(reader.Channel.ConnectionName, known.ToDictionary(person => asked[person.Person], person => person.By));
    }
}
