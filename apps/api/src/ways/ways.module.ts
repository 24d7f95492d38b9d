import { Module } from '@nestjs/common';
import { ApprovalModule } from '../approval/approval.module';
import { DecisionOverviewModule } from '../decision-overview/decision-overview.module';
import { ChainsService } from './chains.service';
import { Forecasts } from './forecasts';
import { WayDays } from './way-days';
import { AgreementChainResolver, BoardForecastResolver, WaysResolver } from './ways.resolver';
import { WaysService } from './ways.service';

/** Chains, each party's own way, the days bodies meet, and whether all can decide in time. */
@Module({
  imports: [ApprovalModule, DecisionOverviewModule],
  providers: [
    ...[ChainsService, WaysService, Forecasts, WayDays],
    ...[AgreementChainResolver, BoardForecastResolver, WaysResolver],
  ],
})
export class WaysModule {}
