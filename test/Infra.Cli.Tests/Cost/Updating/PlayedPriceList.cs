using System.Net;
using System.Text;
using Infra.Cli.Cost.Updating;

namespace Infra.Cli.Tests.Cost.Updating;

/// <summary>Plays AWS's price list of London from recorded pieces; another address than AWS's fails the test.</summary>
internal sealed class PlayedPriceList : HttpMessageHandler
{
    private const string Host = "https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/";

    private readonly Dictionary<string, Func<HttpResponseMessage>> _answers = new(StringComparer.Ordinal);
    private readonly List<string> _asked = [];

    public PlayedPriceList()
    {
        foreach (var offer in Offer.All)
            Answer(offer.Code, Recorded(offer.Code));
    }

    /// <summary>The lists that were asked for, in order.</summary>
    public IReadOnlyList<string> Asked => _asked;

    /// <summary>What is recorded of a list.</summary>
    public static string Recorded(string code, [System.Runtime.CompilerServices.CallerFilePath] string file = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "Lists", $"{code}-eu-west-2.csv"));

    /// <summary>Answers with another text.</summary>
    public PlayedPriceList Answer(string code, string text) => Answer(code, () => new(HttpStatusCode.OK)
    {
        Content = new StringContent(text, Encoding.UTF8, "text/csv"),
    });

    /// <summary>Answers with another status.</summary>
    public PlayedPriceList Answer(string code, HttpStatusCode status) => Answer(code, () => new(status));

    /// <summary>Answers otherwise.</summary>
    public PlayedPriceList Answer(string code, Func<HttpResponseMessage> answer)
    {
        _answers[$"{Host}{code}/current/eu-west-2/index.csv"] = answer;
        return this;
    }

    /// <summary>Answers for another region too, with lists that have a head and no price.</summary>
    public PlayedPriceList AndNothingOf(string region)
    {
        foreach (var offer in Offer.All)
            AnswerNothing(offer.Code, region);

        return this;
    }

    /// <summary>Answers with a list that has a head and no price.</summary>
    public PlayedPriceList AnswerNothing(string code, string region)
    {
        var head = string.Join('\n', Recorded(code).Split('\n')[..6]);
        _answers[$"{Host}{code}/current/{region}/index.csv"] = () => new(HttpStatusCode.OK) { Content = new StringContent(head) };
        return this;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!.AbsoluteUri;
        if (request.Method != HttpMethod.Get || !_answers.TryGetValue(address, out var answer))
            throw new InvalidOperationException($"{request.Method} {address} is not AWS's");

        cancellationToken.ThrowIfCancellationRequested();
        _asked.Add(address[Host.Length..].Split('/')[0]);
        return Task.FromResult(answer());
    }
}
