#!/bin/sh
# Records what the real aws tool prints, from a moto server (https://docs.getmoto.org): moto_server -p 5000 &
# then: AWS_ENDPOINT_URL=http://127.0.0.1:5000 ./record.sh
# Not from moto, which lacks them: describe-instance-refreshes, written after
# https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstanceRefresh.html.
set -eu
cd "$(dirname "$0")"
export AWS_ACCESS_KEY_ID=testing AWS_SECRET_ACCESS_KEY=testing AWS_DEFAULT_REGION=eu-west-1 AWS_PAGER=

ask() { aws "$@" --output text; }
vpc=$(ask ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId)
a=$(ask ec2 create-subnet --vpc-id "$vpc" --cidr-block 10.0.0.0/20 --availability-zone eu-west-1a --query Subnet.SubnetId)
b=$(ask ec2 create-subnet --vpc-id "$vpc" --cidr-block 10.0.16.0/20 --availability-zone eu-west-1b --query Subnet.SubnetId)
front=$(ask ec2 create-security-group --group-name alb --description alb --vpc-id "$vpc" --query GroupId)
servers=$(ask ec2 create-security-group --group-name srv --description srv --vpc-id "$vpc" --query GroupId)
aws ec2 authorize-security-group-ingress --group-id "$servers" \
    --ip-permissions "IpProtocol=tcp,FromPort=80,ToPort=80,UserIdGroupPairs=[{GroupId=$front}]" >/dev/null
balancer=$(ask elbv2 create-load-balancer --name web --subnets "$a" "$b" --security-groups "$front" --query 'LoadBalancers[0].LoadBalancerArn')
targets=$(ask elbv2 create-target-group --name web-tg --protocol HTTP --port 80 --vpc-id "$vpc" --health-check-path /health \
    --query 'TargetGroups[0].TargetGroupArn')
aws elbv2 create-listener --load-balancer-arn "$balancer" --protocol HTTP --port 80 \
    --default-actions "Type=forward,TargetGroupArn=$targets" >/dev/null
image=$(ask ec2 describe-images --query 'Images[0].ImageId')
template=$(ask ec2 create-launch-template --launch-template-name web --query LaunchTemplate.LaunchTemplateId \
    --launch-template-data "{\"ImageId\":\"$image\",\"InstanceType\":\"t4g.small\",\"SecurityGroupIds\":[\"$servers\"]}")
group=fleet-group
alarm=TargetTracking-$group-AlarmHigh-1
aws autoscaling create-auto-scaling-group --auto-scaling-group-name $group --launch-template "LaunchTemplateId=$template" \
    --min-size 1 --max-size 3 --vpc-zone-identifier "$a,$b" --target-group-arns "$targets" --health-check-type ELB \
    --health-check-grace-period 330 --tags Key=Environment,Value=dev,PropagateAtLaunch=true
aws autoscaling suspend-processes --auto-scaling-group-name $group --scaling-processes AZRebalance
aws autoscaling put-scaling-policy --auto-scaling-group-name $group --policy-name cpu --policy-type TargetTrackingScaling >/dev/null \
    --target-tracking-configuration '{"TargetValue":50,"PredefinedMetricSpecification":{"PredefinedMetricType":"ASGAverageCPUUtilization"}}'
aws cloudwatch put-metric-alarm --alarm-name $alarm --namespace AWS/EC2 --metric-name CPUUtilization --statistic Average --period 60 \
    --evaluation-periods 3 --threshold 50 --comparison-operator GreaterThanThreshold --dimensions Name=AutoScalingGroupName,Value=$group
aws cloudwatch set-alarm-state --alarm-name $alarm --state-value ALARM --state-reason recorded

record() { aws "$@" --output json >"$1.$2.json"; }
record sts get-caller-identity
record autoscaling describe-auto-scaling-groups --auto-scaling-group-names $group
record autoscaling describe-policies --auto-scaling-group-name $group
record elbv2 describe-target-groups --names web-tg
record elbv2 describe-target-health --target-group-arn "$targets"
record elbv2 describe-load-balancers --load-balancer-arns "$balancer"
record elbv2 describe-load-balancer-attributes --load-balancer-arn "$balancer"
record ec2 describe-instances --filters Name=tag:aws:autoscaling:groupName,Values=$group Name=instance-state-name,Values=pending,running
record ec2 describe-security-groups --group-ids "$servers"
record cloudwatch describe-alarms --alarm-names $alarm
server=$(ask autoscaling describe-auto-scaling-groups --query 'AutoScalingGroups[0].Instances[0].InstanceId')
record autoscaling terminate-instance-in-auto-scaling-group --instance-id "$server" --no-should-decrement-desired-capacity
