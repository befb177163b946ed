using Infra.Cli.Cost.Prices;
using Infra.Cli.Shell;

namespace Infra.Cli.Cost.Updating;

/// <summary>Brings the book's files up to date: each is written whole or not at all.</summary>
internal sealed class PriceUpdate(Terminal terminal, PriceFetcher fetcher, string rootDirectory)
{
    /// <summary>The project's root above a directory, which is the one with the book.</summary>
    /// <exception cref="InvalidUsageException">There is none.</exception>
    public static string FindRoot(string directory)
    {
        for (var at = new DirectoryInfo(directory); at is not null; at = at.Parent)
        {
            if (Directory.Exists(Path.Combine(at.FullName, PriceBook.Folder)))
                return at.FullName;
        }

        throw new InvalidUsageException($"there is no {PriceBook.Folder} here or above: run it in a checkout of the project");
    }

    /// <summary>Updates some regions, one after another.</summary>
    /// <returns>The exit code: 1 if something of what was asked for is as old as before.</returns>
    /// <exception cref="InvalidUsageException">There is no way to AWS, or a file can't be written.</exception>
    public async Task<int> RunAsync(IReadOnlyList<string> regions, CancellationToken cancellation)
    {
        var exitCode = ExitCode.Done;
        foreach (var region in regions)
        {
            if (!await UpdateAsync(region, cancellation))
                exitCode = ExitCode.CheckFailed;
        }

        return exitCode;
    }

    private async Task<bool> UpdateAsync(string region, CancellationToken cancellation)
    {
        var name = PriceBook.FileOf(region);
        var path = Path.Combine(rootDirectory, name);
        var before = Read(path, region);
        var isWhole = true;
        List<RecordedPrices> newer = [];
        foreach (var offer in Offer.All)
        {
            try
            {
                var prices = await fetcher.ReadAsync(offer, region, cancellation);
                foreach (var missing in offer.Things.Where(thing => !prices.Items.ContainsKey(thing.Item)))
                    isWhole = await FailAsync($"{region}: {offer.Code} has no price of {missing.Item}; what is there stays");
                if (offer.HasServers && prices.Servers.IsEmpty)
                    isWhole = await FailAsync($"{region}: {offer.Code} has no price of a server; what is there stays");
                newer.Add(prices);
            }
            catch (PriceListException fault) when (fault.IsOutOfReach)
            {
                throw new InvalidUsageException($"AWS's price list can't be reached: {fault.Message}");
            }
            catch (PriceListException fault)
            {
                isWhole = await FailAsync($"{region}: {fault.Message}; what is there stays");
            }
        }

        if (newer.All(prices => prices.IsEmpty))
            return isWhole;

        var after = before.With(newer);
        ReportFile.Write(path, RegionFile.Text(after), name);
        await terminal.Out.WriteLineAsync($"{region}: {Changes(before, after)}");
        return isWhole;
    }

    private static RegionPrices Read(string path, string region)
    {
        if (!File.Exists(path))
            return new(region, []);

        using var file = File.OpenRead(path);
        return RegionFile.Read(file, region);
    }

    private async Task<bool> FailAsync(string problem)
    {
        await terminal.Error.WriteLineAsync(problem);
        return false;
    }

    private static string Changes(RegionPrices before, RegionPrices after)
    {
        var (old, now) = (All(before), All(after));
        var changed = now.Count(thing => old.TryGetValue(thing.Key, out var price) && price != thing.Value);
        var added = now.Keys.Except(old.Keys).Count();
        return $"{Money.Quantity(now.Count, "price")}, {changed} different, {added} new";
    }

    // As they are written, since lists of tiers are equal only by what is in them.
    private static Dictionary<string, string> All(RegionPrices prices) => prices.Records
        .SelectMany(recorded => recorded.Items.Select(item => (item.Key, Value: string.Join(' ', item.Value)))
            .Concat(recorded.Servers.Select(server => (server.Key, Value: $"{server.Value:0.############}"))))
        .DistinctBy(thing => thing.Key, StringComparer.Ordinal)
        .ToDictionary(thing => thing.Key, thing => thing.Value, StringComparer.Ordinal);
}
